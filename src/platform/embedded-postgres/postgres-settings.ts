/** How a cluster is set up apart from where it listens. */
export interface SettingsWish {
  /** False for throw-away clusters of tests: nothing is flushed to the disk. */
  readonly durable: boolean;
  readonly logFolder: string;
  /** Further settings, which win over ours. */
  readonly extra?: Readonly<Record<string, string>>;
}

/**
 * Settings for one commune office on an old PC: small memory, every acknowledged write on the disk, few processes.
 * `wal_level` stays at replica so that the running database can be backed up.
 */
export function postgresSettings(wish: SettingsWish): Readonly<Record<string, string>> {
  return {
    max_connections: '40',
    superuser_reserved_connections: '3',
    shared_buffers: '48MB',
    work_mem: '4MB',
    maintenance_work_mem: '32MB',
    effective_cache_size: '512MB',
    huge_pages: 'off',
    jit: 'off',
    io_method: 'sync',
    max_worker_processes: '4',
    max_parallel_workers: '2',
    max_parallel_workers_per_gather: '1',
    autovacuum_max_workers: '2',
    wal_level: 'replica',
    max_wal_senders: '2',
    max_logical_replication_workers: '0',
    wal_compression: 'on',
    min_wal_size: '48MB',
    max_wal_size: '256MB',
    checkpoint_timeout: '15min',
    random_page_cost: '1.5',
    fsync: wish.durable ? 'on' : 'off',
    full_page_writes: wish.durable ? 'on' : 'off',
    synchronous_commit: wish.durable ? 'on' : 'off',
    password_encryption: 'scram-sha-256',
    unix_socket_permissions: '0700',
    timezone: 'UTC',
    log_timezone: 'UTC',
    datestyle: 'ISO, YMD',
    default_text_search_config: 'pg_catalog.simple',
    logging_collector: 'on',
    log_destination: 'stderr',
    log_directory: wish.logFolder,
    log_filename: 'postgres-%Y%m%d-%H%M%S.log',
    log_rotation_size: '5MB',
    log_rotation_age: '0',
    log_line_prefix: '%m [%p] %q%u@%d ',
    log_checkpoints: 'off',
    // Without DETAIL lines: they would copy citizens' numbers and names into the log.
    log_error_verbosity: 'terse',
    ...wish.extra,
  };
}

/** The text of a PostgreSQL settings file. */
export function settingsText(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name} = '${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'\n`)
    .join('');
}
