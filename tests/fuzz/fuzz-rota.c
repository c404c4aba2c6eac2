/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"

#include "feed/moei-address.h"
#include "feed/moei-feed-error.h"
#include "feed/moei-invitation.h"
#include "rota/moei-pulse.h"

#include "../rota/plan-check.h"

/**
 * fuzz_run_wall:
 * @data: (array length=size): a settings file of a display
 * @size: its length
 *
 * The plan is one that a display can follow, whatever it says.
 */
void
fuzz_run_wall (const guint8 *data,
               gsize         size)
{
  g_autoptr (MoeiWallPlan) plan = moei_wall_plan_parse ((const char *) data, size);

  assert_faults_can_be_shown (plan);
  assert_can_be_followed (plan);
}

/**
 * fuzz_seed_wall:
 * @seeds: (element-type GBytes): texts to begin from
 *
 * Adds the settings file that comes with Moei.
 */
void
fuzz_seed_wall (GPtrArray *seeds)
{
  fuzz_add_file (seeds, "data/wall.conf.example");
}

/**
 * fuzz_run_invitation:
 * @data: (array length=size): a file that says which service to follow
 * @size: its length
 *
 * What it says can be followed; what is wrong with it has a line.
 */
void
fuzz_run_invitation (const guint8 *data,
                     gsize         size)
{
  g_autofree char *text = fuzz_to_string (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiInvitation) invitation = moei_invitation_parse ("/folder/a.moei", text, &error);
  g_autoptr (GUri) uri = NULL;

  if (invitation == NULL) {
    g_assert_cmpint (error->domain, ==, MOEI_FEED_ERROR);
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
    return;
  }

  uri = moei_address_parse (invitation->address, &error);
  g_assert_no_error (error);
  if (invitation->authorities_file != NULL)
    g_assert_true (g_path_is_absolute (invitation->authorities_file));
}

/**
 * fuzz_run_pulse:
 * @data: (array length=size): what a display left of itself on the disk
 * @size: its length
 *
 * What is read is written and read as the same.
 */
void
fuzz_run_pulse (const guint8 *data,
                gsize         size)
{
  g_autofree char *text = fuzz_to_string (data, size);
  g_autofree char *written = NULL, *again = NULL;
  g_auto (MoeiPulse) pulse = { 0 }, back = { 0 };
  g_autoptr (GError) error = NULL;

  if (!moei_pulse_parse (&pulse, text, &error)) {
    g_assert_nonnull (error);
    return;
  }
  written = moei_pulse_format (&pulse);
  g_assert_true (moei_pulse_parse (&back, written, &error));
  again = moei_pulse_format (&back);
  g_assert_cmpstr (written, ==, again);
}
