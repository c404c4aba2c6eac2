/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-operation.h"

G_BEGIN_DECLS

/**
 * MoeiPicture:
 * @MOEI_PICTURE_LOADING: the service is asked, and nothing is known yet
 * @MOEI_PICTURE_UNSET: no service was chosen
 * @MOEI_PICTURE_EMPTY: the service answers, but has nothing
 * @MOEI_PICTURE_DENIED: it does not let us in
 * @MOEI_PICTURE_BROKEN: it cannot be reached
 * @MOEI_PICTURE_WHOLE: there is an operation to show
 *
 * What there is to show: six different pictures, with different words.
 */
typedef enum {
  MOEI_PICTURE_LOADING,
  MOEI_PICTURE_UNSET,
  MOEI_PICTURE_EMPTY,
  MOEI_PICTURE_DENIED,
  MOEI_PICTURE_BROKEN,
  MOEI_PICTURE_WHOLE,
} MoeiPicture;

MoeiPicture moei_picture_choose (MoeiOperation *operation,
                                 const char    *service,
                                 gboolean       denied,
                                 gboolean       has_problem,
                                 MoeiDataState  state);

G_END_DECLS
