/** What the server is run with on a small machine (2 cores, 2 GB) unless said otherwise. Durable: fsync stays on. */
const DEFAULTS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '', // A socket in the folder would bind its path to 107 bytes, and stay behind after a kill.
  cluster_name: 'nhip-cau',
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  maintenance_work_mem: '128MB',
  work_mem: '16MB',
  random_page_cost: '1.1', // Solid-state disks.
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
};

/** The settings as arguments of the server, the caller's over the defaults. */
export function postgresSettings(settings: Record<string, string>): string[] {
  return Object.entries({ ...DEFAULTS, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
