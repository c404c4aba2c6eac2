/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "parts/moei-panel.h"

#include "operation/moei-collection.h"

/**
 * MoeiPanel:
 *
 * A part of the window that sums up the operation.
 *
 * It holds the operation and the instant on the service's clock, and calls its
 * subclass when either gives it something new to show.  A part that shows one
 * entity binds to that entity instead.
 */
typedef struct {
  MoeiOperation *operation;
  gint64         now;
  gboolean       asleep;
  gboolean       has_slept; /* something changed meanwhile */
} MoeiPanelPrivate;

typedef enum {
  PROP_OPERATION = 1,
  PROP_NOW,
} MoeiPanelProperty;

static GParamSpec *properties[PROP_NOW + 1];

/* Collections whose changes a panel can depend upon. */
static const char *watched[] = {
  "places", "routes", "convoys", "flights", "days", "nationalities", "rules", "holidays", "notices",
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MoeiPanel, moei_panel, ADW_TYPE_BIN)

static void
update (MoeiPanel *self)
{
  MoeiPanelPrivate *priv = moei_panel_get_instance_private (self);

  priv->has_slept = priv->asleep;
  if (!priv->asleep && priv->operation != NULL && MOEI_PANEL_GET_CLASS (self)->update != NULL)
    MOEI_PANEL_GET_CLASS (self)->update (self);
}

static void
watch_collection (MoeiPanel  *self,
                  const char *name)
{
  MoeiPanelPrivate *priv = moei_panel_get_instance_private (self);
  g_autoptr (MoeiCollection) collection = NULL;

  g_object_get (priv->operation, name, &collection, NULL);
  g_signal_connect_object (collection, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
watch (MoeiPanel *self)
{
  MoeiPanelPrivate *priv = moei_panel_get_instance_private (self);
  const char * const *beyond = MOEI_PANEL_GET_CLASS (self)->beyond;

  g_signal_connect_object (priv->operation, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  for (gsize i = 0; i < G_N_ELEMENTS (watched); i++)
    watch_collection (self, watched[i]);
  for (gsize i = 0; beyond != NULL && beyond[i] != NULL; i++)
    watch_collection (self, beyond[i]);
}

static void
moei_panel_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  MoeiPanelPrivate *priv = moei_panel_get_instance_private (MOEI_PANEL (object));

  switch ((MoeiPanelProperty) prop_id) {
  case PROP_OPERATION:
    g_value_set_object (value, priv->operation);
    break;
  case PROP_NOW:
    g_value_set_int64 (value, priv->now);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
set_now (MoeiPanel *self,
         gint64     now)
{
  MoeiPanelPrivate *priv = moei_panel_get_instance_private (self);
  gboolean minute_changed = now / (60 * G_USEC_PER_SEC) != priv->now / (60 * G_USEC_PER_SEC);

  if (priv->now == now)
    return;

  priv->now = now;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOW]);
  if (minute_changed)
    update (self);
}

static void
moei_panel_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  MoeiPanel *self = MOEI_PANEL (object);
  MoeiPanelPrivate *priv = moei_panel_get_instance_private (self);

  switch ((MoeiPanelProperty) prop_id) {
  case PROP_OPERATION:
    /* Bound from above, it is NULL until the window has its own. */
    if (priv->operation != NULL || g_value_get_object (value) == NULL)
      return;
    priv->operation = g_value_dup_object (value);
    watch (self);
    g_object_notify_by_pspec (object, pspec);
    update (self);
    break;
  case PROP_NOW:
    set_now (self, g_value_get_int64 (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_panel_dispose (GObject *object)
{
  MoeiPanelPrivate *priv = moei_panel_get_instance_private (MOEI_PANEL (object));

  g_clear_object (&priv->operation);

  G_OBJECT_CLASS (moei_panel_parent_class)->dispose (object);
}

static void
moei_panel_class_init (MoeiPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = moei_panel_dispose;
  object_class->get_property = moei_panel_get_property;
  object_class->set_property = moei_panel_set_property;

  properties[PROP_OPERATION] =
    g_param_spec_object ("operation", NULL, NULL, MOEI_TYPE_OPERATION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NOW] =
    g_param_spec_int64 ("now", NULL, NULL, G_MININT64, G_MAXINT64, MOEI_INSTANT_UNKNOWN,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
moei_panel_init (MoeiPanel *self)
{
  MoeiPanelPrivate *priv = moei_panel_get_instance_private (self);

  priv->now = MOEI_INSTANT_UNKNOWN;
}

/**
 * moei_panel_get_operation:
 * @self: a panel
 *
 * Returns: (transfer none) (nullable): the operation that it shows
 */
MoeiOperation *
moei_panel_get_operation (MoeiPanel *self)
{
  MoeiPanelPrivate *priv = moei_panel_get_instance_private (self);

  return priv->operation;
}

/**
 * moei_panel_get_now:
 * @self: a panel
 *
 * Returns: the instant on the service's clock
 */
gint64
moei_panel_get_now (MoeiPanel *self)
{
  MoeiPanelPrivate *priv = moei_panel_get_instance_private (self);

  return priv->now;
}

/**
 * moei_panel_update:
 * @self: a panel
 *
 * For a subclass, when something has changed that it watches by itself.
 */
void
moei_panel_update (MoeiPanel *self)
{
  g_return_if_fail (MOEI_IS_PANEL (self));

  update (self);
}

/**
 * moei_panel_set_asleep:
 * @self: a panel
 * @asleep: whether it is on a page that is not seen
 *
 * A panel that sleeps does not update; it does so once when it wakes, if
 * something changed meanwhile.
 */
void
moei_panel_set_asleep (MoeiPanel *self,
                       gboolean   asleep)
{
  MoeiPanelPrivate *priv = moei_panel_get_instance_private (self);

  priv->asleep = asleep;
  if (!asleep && priv->has_slept)
    update (self);
}
