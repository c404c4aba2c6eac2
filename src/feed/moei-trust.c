/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-trust.h"

/**
 * MoeiTrust:
 *
 * Trusts the authorities of this computer, and further ones beside them.
 *
 * The further ones are asked only about a certificate whose signer the
 * computer does not know; they judge it wholly: host, dates and all.
 */
struct _MoeiTrust {
  GTlsDatabase parent_instance;

  GTlsDatabase *system;
  GTlsDatabase *added;
};

G_DEFINE_FINAL_TYPE (MoeiTrust, moei_trust, G_TYPE_TLS_DATABASE)

/* An error without a flag would be a certificate without a fault. */
static GTlsCertificateFlags
ask (GTlsDatabase            *database,
     GTlsCertificate         *chain,
     const char              *purpose,
     GSocketConnectable      *identity,
     GTlsInteraction         *interaction,
     GTlsDatabaseVerifyFlags  flags,
     GCancellable            *cancellable,
     GError                 **error)
{
  g_autoptr (GError) problem = NULL;
  GTlsCertificateFlags faults = g_tls_database_verify_chain (database, chain, purpose, identity, interaction,
                                                             flags, cancellable, &problem);

  if (problem == NULL)
    return faults;
  g_propagate_error (error, g_steal_pointer (&problem));
  return faults | G_TLS_CERTIFICATE_GENERIC_ERROR;
}

static GTlsCertificateFlags
moei_trust_verify_chain (GTlsDatabase             *database,
                         GTlsCertificate          *chain,
                         const char               *purpose,
                         GSocketConnectable       *identity,
                         GTlsInteraction          *interaction,
                         GTlsDatabaseVerifyFlags   flags,
                         GCancellable             *cancellable,
                         GError                  **error)
{
  MoeiTrust *self = MOEI_TRUST (database);
  g_autoptr (GError) problem = NULL;
  GTlsCertificateFlags faults, by_added;

  faults = ask (self->system, chain, purpose, identity, interaction, flags, cancellable, &problem);
  if (problem != NULL) {
    g_propagate_error (error, g_steal_pointer (&problem));
    return faults;
  }
  if ((faults & G_TLS_CERTIFICATE_UNKNOWN_CA) == 0)
    return faults;

  by_added = ask (self->added, chain, purpose, identity, interaction, flags, cancellable, error);
  return (by_added & G_TLS_CERTIFICATE_UNKNOWN_CA) != 0 ? faults | by_added : by_added;
}

static char *
moei_trust_create_certificate_handle (GTlsDatabase    *database,
                                      GTlsCertificate *certificate)
{
  return g_tls_database_create_certificate_handle (MOEI_TRUST (database)->system, certificate);
}

static GTlsCertificate *
moei_trust_lookup_certificate_issuer (GTlsDatabase             *database,
                                      GTlsCertificate          *certificate,
                                      GTlsInteraction          *interaction,
                                      GTlsDatabaseLookupFlags   flags,
                                      GCancellable             *cancellable,
                                      GError                  **error)
{
  MoeiTrust *self = MOEI_TRUST (database);
  GTlsCertificate *issuer = g_tls_database_lookup_certificate_issuer (self->system, certificate, interaction,
                                                                      flags, cancellable, NULL);

  if (issuer != NULL)
    return issuer;
  return g_tls_database_lookup_certificate_issuer (self->added, certificate, interaction, flags, cancellable, error);
}

static void
moei_trust_dispose (GObject *object)
{
  MoeiTrust *self = MOEI_TRUST (object);

  g_clear_object (&self->system);
  g_clear_object (&self->added);

  G_OBJECT_CLASS (moei_trust_parent_class)->dispose (object);
}

static void
moei_trust_class_init (MoeiTrustClass *klass)
{
  GTlsDatabaseClass *database_class = G_TLS_DATABASE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = moei_trust_dispose;
  database_class->verify_chain = moei_trust_verify_chain;
  database_class->create_certificate_handle = moei_trust_create_certificate_handle;
  database_class->lookup_certificate_issuer = moei_trust_lookup_certificate_issuer;
}

static void
moei_trust_init (MoeiTrust *self)
{
}

/**
 * moei_trust_new:
 * @system: whom this computer trusts
 * @added: whom else to trust
 *
 * Returns: (transfer full): both; for any thread
 */
GTlsDatabase *
moei_trust_new (GTlsDatabase *system,
                GTlsDatabase *added)
{
  MoeiTrust *self;

  g_return_val_if_fail (G_IS_TLS_DATABASE (system) && G_IS_TLS_DATABASE (added), NULL);

  self = g_object_new (MOEI_TYPE_TRUST, NULL);
  self->system = g_object_ref (system);
  self->added = g_object_ref (added);
  return G_TLS_DATABASE (self);
}
