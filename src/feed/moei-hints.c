/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-hints.h"

#include "wire/moei-instant.h"

/**
 * MoeiHints:
 *
 * What the service's events are taken for: hints at what to read.
 *
 * They are never the truth themselves, so that one that is lost does no harm.
 */
struct _MoeiHints {
  GObject parent_instance;

  MoeiReader    *reader;
  MoeiOperation *operation;
  MoeiClock     *clock;
  guint          spread;
  guint          delay_id;
  gint64         revision;      /* to be read after the delay */
  gboolean       just_greeted;  /* no change was told of since the last hello */
};

G_DEFINE_FINAL_TYPE (MoeiHints, moei_hints, G_TYPE_OBJECT)

static gboolean
delay_cb (gpointer user_data)
{
  MoeiHints *self = user_data;
  gint64 revision = self->revision;

  self->delay_id = 0;
  self->revision = -1;
  moei_reader_read (self->reader, revision);
  return G_SOURCE_REMOVE;
}

/* All readers hear of a change at once; they must not all ask at once.  After a
 * hello they do not, as they came one by one. */
static void
read_soon (MoeiHints *self,
           gint64     revision)
{
  guint delay = (guint) (g_random_double () * self->spread);

  if (self->just_greeted || self->spread == 0) {
    self->just_greeted = FALSE;
    moei_reader_read (self->reader, revision);
    return;
  }

  self->revision = MAX (self->revision, revision);
  if (self->delay_id == 0)
    self->delay_id = g_timeout_add (delay, delay_cb, self);
}

static void
set_clock (MoeiHints     *self,
           MoeiEventData *event)
{
  moei_clock_set (self->clock, moei_event_data_get_time (event), moei_event_data_get_rate (event));
}

/* Another epoch is another store: a service restored from a copy, whose
 * revisions mean nothing beside ours. */
static void
forget (MoeiHints *self)
{
  moei_hints_stop (self);
  moei_reader_forget (self->reader);
}

static void
take_hello (MoeiHints     *self,
            MoeiEventData *event)
{
  const char *epoch = moei_reader_get_epoch (self->reader);

  self->just_greeted = TRUE;
  set_clock (self, event);
  if (epoch != NULL && g_strcmp0 (epoch, moei_event_data_get_epoch (event)) != 0)
    forget (self);
  moei_reader_read (self->reader, moei_event_data_get_revision (event));
}

/* At midnight in Bangkok the board's documents are others, though nobody has
 * reported anything. */
static gboolean
day_has_turned (MoeiHints *self)
{
  guint shown = moei_operation_get_operating_day (self->operation);
  gint64 now = moei_clock_now (self->clock);

  return shown != MOEI_DAY_UNKNOWN && now != MOEI_INSTANT_UNKNOWN && moei_day_of_instant (now) != shown;
}

static void
take_ping (MoeiHints     *self,
           MoeiEventData *event)
{
  gint64 revision = moei_event_data_get_revision (event);

  set_clock (self, event);
  if (revision != moei_reader_get_revision (self->reader) || day_has_turned (self))
    moei_reader_read (self->reader, revision);
  else
    moei_reader_confirm (self->reader);
}

static void
moei_hints_dispose (GObject *object)
{
  MoeiHints *self = MOEI_HINTS (object);

  moei_hints_stop (self);
  g_clear_object (&self->reader);
  g_clear_object (&self->operation);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (moei_hints_parent_class)->dispose (object);
}

static void
moei_hints_class_init (MoeiHintsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = moei_hints_dispose;
}

static void
moei_hints_init (MoeiHints *self)
{
  self->revision = -1;
}

/**
 * moei_hints_new:
 * @reader: what reads
 * @operation: what it reads into
 * @clock: the clock to set by the service's
 * @spread: over how many milliseconds readers spread their reading after a
 *   change; 0 where nobody else reads
 *
 * Returns: (transfer full): hints of which none was taken yet
 */
MoeiHints *
moei_hints_new (MoeiReader    *reader,
                MoeiOperation *operation,
                MoeiClock     *clock,
                guint          spread)
{
  MoeiHints *self = g_object_new (MOEI_TYPE_HINTS, NULL);

  self->reader = g_object_ref (reader);
  self->operation = g_object_ref (operation);
  self->clock = g_object_ref (clock);
  self->spread = spread;
  return self;
}

/**
 * moei_hints_take:
 * @self: hints
 * @event: what the service said
 *
 * Has read what @event hints at, at once or soon.
 */
void
moei_hints_take (MoeiHints     *self,
                 MoeiEventData *event)
{
  g_return_if_fail (MOEI_IS_HINTS (self));
  g_return_if_fail (MOEI_IS_EVENT_DATA (event));

  switch (moei_event_data_get_kind (event)) {
  case MOEI_EVENT_HELLO:
    take_hello (self, event);
    break;
  case MOEI_EVENT_CHANGED:
    read_soon (self, moei_event_data_get_revision (event));
    break;
  case MOEI_EVENT_PING:
    take_ping (self, event);
    break;
  case MOEI_EVENT_RESET:
    forget (self);
    read_soon (self, moei_event_data_get_revision (event));
    break;
  case MOEI_EVENT_BYE:
  default:
    break;
  }
}

/**
 * moei_hints_stop:
 * @self: hints
 *
 * What was to be read soon is not.
 */
void
moei_hints_stop (MoeiHints *self)
{
  g_return_if_fail (MOEI_IS_HINTS (self));

  g_clear_handle_id (&self->delay_id, g_source_remove);
  self->revision = -1;
}
