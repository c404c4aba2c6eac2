/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "door/moei-service-form.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "feed/moei-feed-error.h"
#include "parts/moei-compat.h"

/**
 * MoeiServiceForm:
 *
 * The address of a service, and the way there: certificates, proxy, token.
 */
struct _MoeiServiceForm {
  GtkBox parent_instance;

  AdwEntryRow     *address;
  GtkToggleButton *more;
  AdwActionRow    *authorities;
  GtkButton       *choose_authorities;
  GtkButton       *clear_authorities;
  AdwActionRow    *certificate;
  GtkButton       *choose_certificate;
  GtkButton       *clear_certificate;
  AdwEntryRow     *proxy;
  AdwEntryRow     *proxy_name;
  AdwEntryRow     *proxy_password;
  AdwEntryRow     *token;

  char *authorities_file; /* "" for none */
  char *certificate_file;
};

enum {
  SUBMIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MoeiServiceForm, moei_service_form, GTK_TYPE_BOX)

/* A row's text is markup, and a path may be anything. */
static void
show_file (AdwActionRow *row,
           GtkButton    *clear,
           const char   *path,
           const char   *none)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *text = g_markup_escape_text (*path != '\0' ? name : none, -1);

  adw_action_row_set_subtitle (row, text);
  gtk_widget_set_visible (GTK_WIDGET (clear), *path != '\0');
}

static void
show_files (MoeiServiceForm *self)
{
  show_file (self->authorities, self->clear_authorities, self->authorities_file,
             _("None but those that this computer trusts"));
  show_file (self->certificate, self->clear_certificate, self->certificate_file, _("None"));
}

static void
set_file (MoeiServiceForm  *self,
          char            **place,
          const char       *path)
{
  char *copy = g_strdup (path != NULL ? path : "");

  g_free (*place);
  *place = copy;
  show_files (self);
}

/* What was asked for is there: the test goes on. */
static void
submit_if_asked (MoeiServiceForm *self,
                 AdwActionRow    *row)
{
  if (gtk_widget_has_css_class (GTK_WIDGET (row), "error"))
    g_signal_emit (self, signals[SUBMIT], 0);
}

static void
authorities_chosen (GFile    *file,
                    gpointer  user_data)
{
  MoeiServiceForm *self = user_data;

  set_file (self, &self->authorities_file, g_file_peek_path (file));
  submit_if_asked (self, self->authorities);
}

static void
certificate_chosen (GFile    *file,
                    gpointer  user_data)
{
  MoeiServiceForm *self = user_data;

  set_file (self, &self->certificate_file, g_file_peek_path (file));
  submit_if_asked (self, self->certificate);
}

static void
choose_file (MoeiServiceForm *self,
             const char      *title,
             MoeiFileChosen   chosen)
{
  moei_compat_choose_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), title,
                           _("Certificates (PEM)"), "*.pem *.crt *.cer *.key", chosen, G_OBJECT (self));
}

static void
on_choose_authorities (MoeiServiceForm *self)
{
  choose_file (self, _("Certificate of the Authority"), authorities_chosen);
}

static void
on_choose_certificate (MoeiServiceForm *self)
{
  choose_file (self, _("Certificate of This Computer"), certificate_chosen);
}

static void
on_clear_authorities (MoeiServiceForm *self)
{
  set_file (self, &self->authorities_file, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->choose_authorities));
}

static void
on_clear_certificate (MoeiServiceForm *self)
{
  set_file (self, &self->certificate_file, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->choose_certificate));
}

static void
on_submit (MoeiServiceForm *self)
{
  g_signal_emit (self, signals[SUBMIT], 0);
}

static gboolean
moei_service_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MOEI_SERVICE_FORM (widget)->address));
}

static void
moei_service_form_finalize (GObject *object)
{
  MoeiServiceForm *self = MOEI_SERVICE_FORM (object);

  g_free (self->authorities_file);
  g_free (self->certificate_file);

  G_OBJECT_CLASS (moei_service_form_parent_class)->finalize (object);
}

static void
moei_service_form_class_init (MoeiServiceFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = moei_service_form_finalize;
  widget_class->grab_focus = moei_service_form_grab_focus;

  /**
   * MoeiServiceForm::submit:
   * @self: a form
   *
   * A person has pressed Enter after the address.
   */
  signals[SUBMIT] = g_signal_new ("submit", MOEI_TYPE_SERVICE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/door/moei-service-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiServiceForm, address);
  gtk_widget_class_bind_template_child (widget_class, MoeiServiceForm, more);
  gtk_widget_class_bind_template_child (widget_class, MoeiServiceForm, authorities);
  gtk_widget_class_bind_template_child (widget_class, MoeiServiceForm, choose_authorities);
  gtk_widget_class_bind_template_child (widget_class, MoeiServiceForm, clear_authorities);
  gtk_widget_class_bind_template_child (widget_class, MoeiServiceForm, certificate);
  gtk_widget_class_bind_template_child (widget_class, MoeiServiceForm, choose_certificate);
  gtk_widget_class_bind_template_child (widget_class, MoeiServiceForm, clear_certificate);
  gtk_widget_class_bind_template_child (widget_class, MoeiServiceForm, proxy);
  gtk_widget_class_bind_template_child (widget_class, MoeiServiceForm, proxy_name);
  gtk_widget_class_bind_template_child (widget_class, MoeiServiceForm, proxy_password);
  gtk_widget_class_bind_template_child (widget_class, MoeiServiceForm, token);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_authorities);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_certificate);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_authorities);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_certificate);
  gtk_widget_class_bind_template_callback (widget_class, on_submit);
}

static void
moei_service_form_init (MoeiServiceForm *self)
{
  self->authorities_file = g_strdup ("");
  self->certificate_file = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  show_files (self);
}

/**
 * moei_service_form_dup_address:
 * @self: a form
 *
 * Returns: (transfer full): the address; what was typed without "https://" has it
 */
char *
moei_service_form_dup_address (MoeiServiceForm *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (MOEI_IS_SERVICE_FORM (self), NULL);

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->address))));
  if (*text == '\0' || strstr (text, "://") != NULL)
    return g_steal_pointer (&text);
  return g_strconcat ("https://", text, NULL);
}

/**
 * moei_service_form_make_way_out:
 * @self: a form
 *
 * Returns: (transfer full): the way that was filled in
 */
MoeiWayOut *
moei_service_form_make_way_out (MoeiServiceForm *self)
{
  const char *name, *password;
  g_autofree char *login = NULL;

  g_return_val_if_fail (MOEI_IS_SERVICE_FORM (self), NULL);

  name = gtk_editable_get_text (GTK_EDITABLE (self->proxy_name));
  password = gtk_editable_get_text (GTK_EDITABLE (self->proxy_password));
  login = *name != '\0' ? g_strconcat (name, ":", password, NULL) : g_strdup ("");
  return g_object_new (MOEI_TYPE_WAY_OUT,
                       "authorities-file", self->authorities_file,
                       "certificate-file", self->certificate_file,
                       "proxy", gtk_editable_get_text (GTK_EDITABLE (self->proxy)),
                       "proxy-login", login,
                       "token", gtk_editable_get_text (GTK_EDITABLE (self->token)),
                       NULL);
}

/**
 * moei_service_form_set:
 * @self: a form
 * @address: the address
 * @way_out: the way
 *
 * Fills it in.
 */
void
moei_service_form_set (MoeiServiceForm *self,
                       const char      *address,
                       MoeiWayOut      *way_out)
{
  static const char * const texts[] = { "authorities-file", "certificate-file", "proxy", "proxy-login", "token" };
  const char *login = moei_way_out_get_text (way_out, "proxy-login");
  const char *colon = strchr (login, ':');
  g_autofree char *name = colon != NULL ? g_strndup (login, (gsize) (colon - login)) : g_strdup (login);

  g_return_if_fail (MOEI_IS_SERVICE_FORM (self));

  gtk_editable_set_text (GTK_EDITABLE (self->address), address);
  set_file (self, &self->authorities_file, moei_way_out_get_text (way_out, "authorities-file"));
  set_file (self, &self->certificate_file, moei_way_out_get_text (way_out, "certificate-file"));
  gtk_editable_set_text (GTK_EDITABLE (self->proxy), moei_way_out_get_text (way_out, "proxy"));
  gtk_editable_set_text (GTK_EDITABLE (self->proxy_name), name);
  gtk_editable_set_text (GTK_EDITABLE (self->proxy_password), colon != NULL ? colon + 1 : "");
  gtk_editable_set_text (GTK_EDITABLE (self->token), moei_way_out_get_text (way_out, "token"));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    if (*moei_way_out_get_text (way_out, texts[i]) != '\0')
      gtk_toggle_button_set_active (self->more, TRUE);
  }
}

/**
 * moei_service_form_take_invitation:
 * @self: a form
 * @invitation: what a file says
 *
 * Fills in what the file says, and asks for the token that it names.
 */
void
moei_service_form_take_invitation (MoeiServiceForm      *self,
                                   const MoeiInvitation *invitation)
{
  g_return_if_fail (MOEI_IS_SERVICE_FORM (self));

  gtk_editable_set_text (GTK_EDITABLE (self->address), invitation->address);
  if (invitation->authorities_file != NULL)
    set_file (self, &self->authorities_file, invitation->authorities_file);
  if (invitation->proxy != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->proxy), invitation->proxy);
  if (invitation->token != NULL) {
    /* Translators: the title of a field; %s names which of several tokens is wanted: "embassy-desk" */
    g_autofree char *title = g_strdup_printf (_("Access token “%s”"), invitation->token);

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->token), title);
    gtk_toggle_button_set_active (self->more, TRUE);
    gtk_widget_grab_focus (GTK_WIDGET (self->token));
  }
}

/* Which field can put an error right. */
static GtkWidget *
find_row (MoeiServiceForm *self,
          const GError    *error)
{
  if (error == NULL || error->domain != MOEI_FEED_ERROR)
    return NULL;

  switch ((guint) error->code) {
  case MOEI_FEED_ERROR_ADDRESS:
  case MOEI_FEED_ERROR_RESOLVE:
  case MOEI_FEED_ERROR_NOT_FOUND:
    return GTK_WIDGET (self->address);
  case MOEI_FEED_ERROR_TLS_UNKNOWN_CA:
  case MOEI_FEED_ERROR_WAY_AUTHORITIES:
  case MOEI_FEED_ERROR_WAY_FILE:
    return GTK_WIDGET (self->authorities);
  case MOEI_FEED_ERROR_TLS_OWN_CERTIFICATE:
  case MOEI_FEED_ERROR_TLS_OWN_REFUSED:
  case MOEI_FEED_ERROR_WAY_CERTIFICATE:
    return GTK_WIDGET (self->certificate);
  case MOEI_FEED_ERROR_PROXY:
  case MOEI_FEED_ERROR_WAY_PROXY:
    return GTK_WIDGET (self->proxy);
  case MOEI_FEED_ERROR_PROXY_LOGIN:
    return GTK_WIDGET (self->proxy_name);
  case MOEI_FEED_ERROR_LOGIN:
  case MOEI_FEED_ERROR_FORBIDDEN:
    return GTK_WIDGET (self->token);
  default:
    return NULL;
  }
}

/**
 * moei_service_form_point_at:
 * @self: a form
 * @error: (nullable): what is wrong
 *
 * Opens and marks the field that can put it right, if one can.
 */
void
moei_service_form_point_at (MoeiServiceForm *self,
                            const GError    *error)
{
  GtkWidget *rows[] = { GTK_WIDGET (self->address), GTK_WIDGET (self->authorities), GTK_WIDGET (self->certificate),
                        GTK_WIDGET (self->proxy), GTK_WIDGET (self->proxy_name), GTK_WIDGET (self->token) };
  GtkWidget *row = find_row (self, error);

  g_return_if_fail (MOEI_IS_SERVICE_FORM (self));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_remove_css_class (rows[i], "error");
  if (row == NULL)
    return;
  gtk_widget_add_css_class (row, "error");
  if (row != rows[0])
    gtk_toggle_button_set_active (self->more, TRUE);
}
