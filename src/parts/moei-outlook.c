/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "parts/moei-outlook.h"

/**
 * MoeiOutlook:
 *
 * What is to come, as the week page's cards share it: the live forecast, and
 * beside it, never in its place, one under other assumptions.
 *
 * Data comes in bursts; it is reckoned anew once after each, and then `changed`
 * is emitted.
 */
struct _MoeiOutlook {
  GObject parent_instance;

  MoeiOperation *operation;
  gint64         now;
  MoeiForecast  *live;    /* NULL while it is to be reckoned anew */
  MoeiForecast  *what_if; /* the same */
  MoeiWhatIf     assumption;
  gboolean       has_assumption;
  int            withhold_below;
  guint          idle_id;
};

typedef enum {
  PROP_WITHHOLD_BELOW = 1,
} MoeiOutlookProperty;

static GParamSpec *properties[PROP_WITHHOLD_BELOW + 1];

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MoeiOutlook, moei_outlook, G_TYPE_OBJECT)

static void
announce (gpointer user_data)
{
  MoeiOutlook *self = user_data;

  self->idle_id = 0;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
invalidate (MoeiOutlook *self)
{
  g_clear_pointer (&self->what_if, moei_forecast_free);
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_once (announce, self);
}

static void
moei_outlook_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch ((MoeiOutlookProperty) prop_id) {
  case PROP_WITHHOLD_BELOW:
    g_value_set_int (value, MOEI_OUTLOOK (object)->withhold_below);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_outlook_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  MoeiOutlook *self = MOEI_OUTLOOK (object);

  switch ((MoeiOutlookProperty) prop_id) {
  case PROP_WITHHOLD_BELOW:
    if (self->withhold_below == g_value_get_int (value))
      return;
    self->withhold_below = g_value_get_int (value);
    g_signal_emit (self, signals[CHANGED], 0);
    g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_outlook_dispose (GObject *object)
{
  MoeiOutlook *self = MOEI_OUTLOOK (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_object (&self->operation);
  g_clear_object (&self->assumption.lanes);

  G_OBJECT_CLASS (moei_outlook_parent_class)->dispose (object);
}

static void
moei_outlook_finalize (GObject *object)
{
  MoeiOutlook *self = MOEI_OUTLOOK (object);

  g_clear_pointer (&self->live, moei_forecast_free);
  g_clear_pointer (&self->what_if, moei_forecast_free);

  G_OBJECT_CLASS (moei_outlook_parent_class)->finalize (object);
}

static void
moei_outlook_class_init (MoeiOutlookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = moei_outlook_dispose;
  object_class->finalize = moei_outlook_finalize;
  object_class->get_property = moei_outlook_get_property;
  object_class->set_property = moei_outlook_set_property;

  /* Whoever shows people of a country withholds fewer than this; 0 for none. */
  properties[PROP_WITHHOLD_BELOW] = g_param_spec_int ("withhold-below", NULL, NULL, 0, G_MAXINT, 0,
                                                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
moei_outlook_init (MoeiOutlook *self)
{
  self->now = MOEI_INSTANT_UNKNOWN;
}

/**
 * moei_outlook_new:
 *
 * Returns: (transfer full): an outlook on nothing yet
 */
MoeiOutlook *
moei_outlook_new (void)
{
  return g_object_new (MOEI_TYPE_OUTLOOK, NULL);
}

/**
 * moei_outlook_update:
 * @self: an outlook
 * @operation: the operation
 * @now: the instant, on the service's clock
 *
 * Says that something has changed.
 */
void
moei_outlook_update (MoeiOutlook   *self,
                     MoeiOperation *operation,
                     gint64         now)
{
  g_return_if_fail (MOEI_IS_OUTLOOK (self));

  g_set_object (&self->operation, operation);
  self->now = now;
  g_clear_pointer (&self->live, moei_forecast_free);
  invalidate (self);
}

/**
 * moei_outlook_get_operation:
 * @self: an outlook
 *
 * Returns: (transfer none) (nullable): the operation on which it is an outlook
 */
MoeiOperation *
moei_outlook_get_operation (MoeiOutlook *self)
{
  g_return_val_if_fail (MOEI_IS_OUTLOOK (self), NULL);

  return self->operation;
}

/**
 * moei_outlook_get_live:
 * @self: an outlook
 *
 * Returns: (transfer none) (nullable): the forecast under the rule as it is; it
 *   holds until `changed` or the next word of @self
 */
const MoeiForecast *
moei_outlook_get_live (MoeiOutlook *self)
{
  g_return_val_if_fail (MOEI_IS_OUTLOOK (self), NULL);

  if (self->live == NULL && self->operation != NULL)
    self->live = moei_forecast_new_for (self->operation, self->now, NULL);
  return self->live;
}

/**
 * moei_outlook_get_what_if:
 * @self: an outlook
 *
 * Returns: (transfer none) (nullable): the forecast under other assumptions;
 *   %NULL while there are none
 */
const MoeiForecast *
moei_outlook_get_what_if (MoeiOutlook *self)
{
  g_return_val_if_fail (MOEI_IS_OUTLOOK (self), NULL);

  if (self->what_if == NULL && self->has_assumption && self->operation != NULL)
    self->what_if = moei_forecast_new_for (self->operation, self->now, &self->assumption);
  return self->what_if;
}

/**
 * moei_outlook_set_what_if:
 * @self: an outlook
 * @what_if: (nullable): other assumptions; %NULL for none
 *
 * Assumes something else, for moei_outlook_get_what_if() alone.
 */
void
moei_outlook_set_what_if (MoeiOutlook      *self,
                          const MoeiWhatIf *what_if)
{
  g_return_if_fail (MOEI_IS_OUTLOOK (self));

  g_clear_object (&self->assumption.lanes);
  self->has_assumption = what_if != NULL;
  if (what_if != NULL) {
    self->assumption = *what_if;
    if (what_if->lanes != NULL)
      g_object_ref (what_if->lanes);
  }
  invalidate (self);
}

/**
 * moei_outlook_get_withhold_below:
 * @self: an outlook
 *
 * Returns: people of a country fewer than this are withheld; 0 for none
 */
int
moei_outlook_get_withhold_below (MoeiOutlook *self)
{
  g_return_val_if_fail (MOEI_IS_OUTLOOK (self), 0);

  return self->withhold_below;
}
