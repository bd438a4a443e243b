/** Fills an empty database with what every test database starts from. */
export async function buildTemplate(_url: string): Promise<void> {
  // Nothing yet: there are no migrations.
}
