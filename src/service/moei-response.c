/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "service/moei-problem.h"
#include "service/moei-response.h"

static void
set_body (SoupServerMessage *message,
          GBytes            *bytes)
{
  soup_message_body_append_bytes (soup_server_message_get_response_body (message), bytes);
}

/* Whether a range of media types, such as "application/\*", has @content_type in it. */
static gboolean
range_matches (const char *range,
               const char *content_type)
{
  g_autofree char *type = g_strndup (range, strcspn (range, "; "));
  const char *slash = strchr (type, '/');

  if (g_str_equal (type, "*/*") || g_ascii_strcasecmp (type, content_type) == 0)
    return TRUE;

  return slash != NULL && g_str_equal (slash, "/*") &&
         g_ascii_strncasecmp (type, content_type, (gsize) (slash - type) + 1) == 0;
}

/**
 * moei_response_accepts:
 * @message: a request
 * @content_type: a media type
 *
 * Returns: whether whoever asked takes that type
 */
gboolean
moei_response_accepts (SoupServerMessage *message,
                       const char        *content_type)
{
  const char *accept = soup_message_headers_get_list (soup_server_message_get_request_headers (message), "Accept");
  GSList *ranges;
  gboolean accepts = FALSE;

  if (accept == NULL)
    return TRUE;

  ranges = soup_header_parse_quality_list (accept, NULL);
  for (GSList *link = ranges; link != NULL && !accepts; link = link->next)
    accepts = range_matches (link->data, content_type);
  soup_header_free_list (ranges);

  return accepts;
}

/* Every JSON document is JSON, also where it has a more exact name. */
static gboolean
accepts_document (SoupServerMessage *message,
                  const char        *content_type)
{
  return moei_response_accepts (message, content_type) || moei_response_accepts (message, "application/json");
}

static gboolean
accepts_gzip (SoupServerMessage *message)
{
  const char *accept = soup_message_headers_get_list (soup_server_message_get_request_headers (message),
                                                      "Accept-Encoding");
  GSList *codings;
  gboolean accepts = FALSE;

  if (accept == NULL)
    return FALSE;

  codings = soup_header_parse_quality_list (accept, NULL);
  for (GSList *link = codings; link != NULL && !accepts; link = link->next)
    accepts = g_ascii_strcasecmp (link->data, "gzip") == 0 || g_str_equal (link->data, "*");
  soup_header_free_list (codings);

  return accepts;
}

static const char *
skip_weak (const char *tag)
{
  return g_str_has_prefix (tag, "W/") ? tag + 2 : tag;
}

static gboolean
tag_is_known (SoupServerMessage *message,
              const char        *etag)
{
  const char *known = soup_message_headers_get_list (soup_server_message_get_request_headers (message),
                                                     "If-None-Match");
  GSList *tags;
  gboolean found = FALSE;

  if (known == NULL)
    return FALSE;

  tags = soup_header_parse_list (known);
  for (GSList *link = tags; link != NULL && !found; link = link->next)
    found = g_str_equal (link->data, "*") || g_str_equal (skip_weak (link->data), etag);
  soup_header_free_list (tags);

  return found;
}

/* Whoever has it in the other coding has it as well. */
static const MoeiCoding *
find_known (SoupServerMessage *message,
            MoeiRendition     *rendition,
            const MoeiCoding  *preferred)
{
  const MoeiCoding *codings[] = {
    preferred,
    moei_rendition_get_identity (rendition),
    moei_rendition_get_gzip (rendition),
  };

  for (guint i = 0; i < G_N_ELEMENTS (codings); i++) {
    if (codings[i] != NULL && tag_is_known (message, codings[i]->etag))
      return codings[i];
  }
  return NULL;
}

static void
send_coding (SoupServerMessage *message,
             MoeiRendition     *rendition,
             const MoeiCoding  *coding)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_message_headers_set_content_type (headers, moei_rendition_get_content_type (rendition), NULL);
  soup_message_headers_replace (headers, "Repr-Digest", coding->digest);
  if (coding == moei_rendition_get_gzip (rendition))
    soup_message_headers_replace (headers, "Content-Encoding", "gzip");
  set_body (message, coding->bytes);
}

/**
 * moei_response_send:
 * @message: a request
 * @rendition: what was asked for
 * @policy: what the client may do with it
 *
 * Answers with a document, or that the client has it already.
 */
void
moei_response_send (SoupServerMessage   *message,
                    MoeiRendition       *rendition,
                    MoeiFreshnessPolicy  policy)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  const MoeiCoding *coding = accepts_gzip (message) ? moei_rendition_get_gzip (rendition) : NULL;
  const MoeiCoding *known;

  if (!accepts_document (message, moei_rendition_get_content_type (rendition))) {
    moei_response_not_acceptable (message, moei_rendition_get_content_type (rendition));
    return;
  }

  if (coding == NULL)
    coding = moei_rendition_get_identity (rendition);

  soup_message_headers_replace (headers, "Vary", "Accept-Encoding");
  if (policy == MOEI_FRESHNESS_POLICY_NEVER_KEEP) {
    soup_message_headers_replace (headers, "Cache-Control", "no-store");
    send_coding (message, rendition, coding);
    return;
  }

  soup_message_headers_replace (headers, "Cache-Control", "private, no-cache, stale-if-error=86400");
  known = find_known (message, rendition, coding);
  soup_message_headers_replace (headers, "ETag", known != NULL ? known->etag : coding->etag);
  if (known != NULL)
    soup_server_message_set_status (message, SOUP_STATUS_NOT_MODIFIED, NULL);
  else
    send_coding (message, rendition, coding);
}

static void
send_problem (SoupServerMessage *message,
              const MoeiProblem *problem)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_autoptr (GBytes) bytes = moei_problem_encode (problem);

  soup_server_message_set_status (message, problem->status, NULL);
  soup_message_headers_set_content_type (headers, "application/problem+json", NULL);
  soup_message_headers_replace (headers, "Cache-Control", "no-store");
  set_body (message, bytes);
}

/**
 * moei_response_refuse:
 * @message: a request
 * @status: the HTTP status
 * @type: what sort of problem, the end of its URN
 * @title: that sort in a few words
 * @detail: this occurrence in a sentence
 *
 * Answers with a problem document.
 */
void
moei_response_refuse (SoupServerMessage *message,
                      guint              status,
                      const char        *type,
                      const char        *title,
                      const char        *detail)
{
  MoeiProblem problem = {
    .status = status,
    .type = type,
    .title = title,
    .detail = detail,
    .instance = g_uri_get_path (soup_server_message_get_uri (message)),
  };

  send_problem (message, &problem);
}

/**
 * moei_response_refuse_parameter:
 * @message: a request
 * @pointer: a JSON pointer to the parameter, such as "/date"
 * @pointed: what it must be
 *
 * Answers with a problem document that names the parameter.
 */
void
moei_response_refuse_parameter (SoupServerMessage *message,
                                const char        *pointer,
                                const char        *pointed)
{
  g_autofree char *detail = g_strdup_printf ("The parameter \"%s\" %s.", pointer + 1, pointed);
  MoeiProblem problem = {
    .status = SOUP_STATUS_BAD_REQUEST,
    .type = "bad-parameter",
    .title = "A parameter is wrong",
    .detail = detail,
    .instance = g_uri_get_path (soup_server_message_get_uri (message)),
    .pointer = pointer,
    .pointed = pointed,
  };

  send_problem (message, &problem);
}

/**
 * moei_response_not_acceptable:
 * @message: a request
 * @content_type: the one type that there is
 *
 * Answers that what was asked for does not exist in any type the client takes.
 */
void
moei_response_not_acceptable (SoupServerMessage *message,
                              const char        *content_type)
{
  g_autofree char *detail = g_strdup_printf ("This is %s only.", content_type);

  moei_response_refuse (message, SOUP_STATUS_NOT_ACCEPTABLE, "not-acceptable", "No such media type", detail);
}
