/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "door/moei-service-pane.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "door/moei-entrance.h"
#include "door/moei-probe-view.h"
#include "door/moei-service-form.h"
#include "feed/moei-feed-error.h"
#include "parts/moei-compat.h"

/**
 * MoeiServicePane:
 *
 * Three ways to a service: its address, a file, the exercise; and a test of
 * the way there.
 */
struct _MoeiServicePane {
  GtkBox parent_instance;

  MoeiServiceForm *form;
  MoeiProbeView   *view;
  GtkLabel        *note;
  GtkButton       *test;
  GtkButton       *follow;
  MoeiProbe       *probe; /* (nullable) */
};

enum {
  FOLLOW,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MoeiServicePane, moei_service_pane, GTK_TYPE_BOX)

/* The next thing to do is the one that stands out. */
static void
suggest (GtkButton *button,
         GtkButton *other)
{
  gtk_widget_remove_css_class (GTK_WIDGET (other), "suggested-action");
  gtk_widget_add_css_class (GTK_WIDGET (button), "suggested-action");
}

static void
probe_changed_cb (MoeiServicePane *self,
                  MoeiProbe       *probe)
{
  if (probe != self->probe || !moei_probe_is_over (probe))
    return;

  moei_service_form_point_at (self->form, moei_probe_get_error (probe));
  if (moei_probe_get_error (probe) == NULL) {
    suggest (self->follow, self->test);
    gtk_widget_grab_focus (GTK_WIDGET (self->follow));
  }
}

static void
on_test (MoeiServicePane *self)
{
  moei_service_pane_test (self);
}

static void
on_follow (MoeiServicePane *self)
{
  g_autofree char *address = moei_service_form_dup_address (self->form);
  g_autoptr (MoeiWayOut) way_out = moei_service_form_make_way_out (self->form);

  if (*address != '\0')
    g_signal_emit (self, signals[FOLLOW], 0, address, way_out);
}

static void
on_exercise (MoeiServicePane *self)
{
  g_autoptr (MoeiWayOut) way_out = moei_way_out_new ();

  g_signal_emit (self, signals[FOLLOW], 0, MOEI_ENTRANCE_EXERCISE, way_out);
}

static void
invited_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MoeiServicePane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiInvitation) invitation = moei_invitation_open_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (invitation == NULL) {
    sentence = moei_feed_error_to_sentence (error);
    moei_service_pane_say (self, sentence);
    return;
  }

  moei_service_form_take_invitation (self->form, invitation);
  moei_service_pane_say (self, invitation->name);
  if (invitation->token == NULL)
    moei_service_pane_test (self);
}

static void
file_chosen (GFile    *file,
             gpointer  user_data)
{
  if (g_file_peek_path (file) != NULL)
    moei_service_pane_open_file (user_data, g_file_peek_path (file));
}

static void
on_open_file (MoeiServicePane *self)
{
  moei_compat_choose_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("File With the Service’s Address"),
                           _("Moei services"), "*.moei", file_chosen, G_OBJECT (self));
}

static gboolean
moei_service_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MOEI_SERVICE_PANE (widget)->form));
}

static void
moei_service_pane_dispose (GObject *object)
{
  g_clear_object (&MOEI_SERVICE_PANE (object)->probe);

  G_OBJECT_CLASS (moei_service_pane_parent_class)->dispose (object);
}

static void
moei_service_pane_class_init (MoeiServicePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = moei_service_pane_dispose;
  widget_class->grab_focus = moei_service_pane_grab_focus;

  /**
   * MoeiServicePane::follow:
   * @self: a pane
   * @address: the address of a service, or %MOEI_ENTRANCE_EXERCISE
   * @way_out: how to get there
   *
   * A person wants to follow this service.
   */
  signals[FOLLOW] = g_signal_new ("follow", MOEI_TYPE_SERVICE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, MOEI_TYPE_WAY_OUT);

  g_type_ensure (MOEI_TYPE_SERVICE_FORM);
  g_type_ensure (MOEI_TYPE_PROBE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/door/moei-service-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiServicePane, form);
  gtk_widget_class_bind_template_child (widget_class, MoeiServicePane, view);
  gtk_widget_class_bind_template_child (widget_class, MoeiServicePane, note);
  gtk_widget_class_bind_template_child (widget_class, MoeiServicePane, test);
  gtk_widget_class_bind_template_child (widget_class, MoeiServicePane, follow);
  gtk_widget_class_bind_template_callback (widget_class, on_test);
  gtk_widget_class_bind_template_callback (widget_class, on_follow);
  gtk_widget_class_bind_template_callback (widget_class, on_exercise);
  gtk_widget_class_bind_template_callback (widget_class, on_open_file);
}

static void
moei_service_pane_init (MoeiServicePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * moei_service_pane_set:
 * @self: a pane
 * @address: the address that is followed; "" for none
 * @way_out: how one gets there
 *
 * Fills it in.
 */
void
moei_service_pane_set (MoeiServicePane *self,
                       const char      *address,
                       MoeiWayOut      *way_out)
{
  g_return_if_fail (MOEI_IS_SERVICE_PANE (self));

  moei_service_form_set (self->form, g_str_equal (address, MOEI_ENTRANCE_EXERCISE) ? "" : address, way_out);
}

/**
 * moei_service_pane_open_file:
 * @self: a pane
 * @path: the path of a file that says which service to follow
 *
 * Fills in what it says, and tests the way there.
 */
void
moei_service_pane_open_file (MoeiServicePane *self,
                             const char      *path)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "moei", NULL);

  g_return_if_fail (MOEI_IS_SERVICE_PANE (self));

  moei_invitation_open_async (path, folder, NULL, invited_cb, g_object_ref (self));
}

/**
 * moei_service_pane_test:
 * @self: a pane
 *
 * Tests the way to the service that is filled in.
 */
void
moei_service_pane_test (MoeiServicePane *self)
{
  g_autofree char *address = NULL;
  g_autoptr (MoeiWayOut) way_out = NULL;

  g_return_if_fail (MOEI_IS_SERVICE_PANE (self));

  address = moei_service_form_dup_address (self->form);
  way_out = moei_service_form_make_way_out (self->form);
  g_clear_object (&self->probe);
  self->probe = moei_probe_new (address, way_out, &moei_durations);
  moei_service_form_point_at (self->form, NULL);
  suggest (self->test, self->follow);
  gtk_widget_set_visible (GTK_WIDGET (self->view), TRUE);
  moei_probe_view_set_probe (self->view, self->probe);
  g_signal_connect_object (self->probe, "changed", G_CALLBACK (probe_changed_cb), self, G_CONNECT_SWAPPED);
  moei_probe_start (self->probe);
}

/**
 * moei_service_pane_say:
 * @self: a pane
 * @text: (nullable): the name of a service, or what is wrong with its file
 */
void
moei_service_pane_say (MoeiServicePane *self,
                       const char      *text)
{
  g_return_if_fail (MOEI_IS_SERVICE_PANE (self));

  gtk_label_set_label (self->note, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), text != NULL);
}
