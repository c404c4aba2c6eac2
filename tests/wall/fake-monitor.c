/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/wall/fake-monitor.h"

struct _FakeMonitor {
  GObject parent_instance;

  char         *connector;
  GdkRectangle  geometry;
};

enum {
  PROP_CONNECTOR = 1,
  PROP_GEOMETRY,
};

G_DEFINE_FINAL_TYPE (FakeMonitor, fake_monitor, G_TYPE_OBJECT)

static void
fake_monitor_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  if (prop_id == PROP_CONNECTOR)
    g_value_set_string (value, FAKE_MONITOR (object)->connector);
  else
    g_value_set_boxed (value, &FAKE_MONITOR (object)->geometry);
}

static void
fake_monitor_finalize (GObject *object)
{
  g_free (FAKE_MONITOR (object)->connector);

  G_OBJECT_CLASS (fake_monitor_parent_class)->finalize (object);
}

static void
fake_monitor_class_init (FakeMonitorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fake_monitor_get_property;
  object_class->finalize = fake_monitor_finalize;
  g_object_class_install_property (object_class, PROP_CONNECTOR,
                                   g_param_spec_string ("connector", NULL, NULL, NULL, G_PARAM_READABLE));
  g_object_class_install_property (object_class, PROP_GEOMETRY,
                                   g_param_spec_boxed ("geometry", NULL, NULL, GDK_TYPE_RECTANGLE, G_PARAM_READABLE));
}

static void
fake_monitor_init (FakeMonitor *self)
{
}

GObject *
fake_monitor_new (const char *connector,
                  int         width,
                  int         height)
{
  FakeMonitor *self = g_object_new (FAKE_TYPE_MONITOR, NULL);

  self->connector = g_strdup (connector);
  self->geometry = (GdkRectangle) { 0, 0, width, height };
  return G_OBJECT (self);
}
