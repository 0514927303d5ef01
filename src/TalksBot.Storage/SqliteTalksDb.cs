using Microsoft.EntityFrameworkCore;

namespace TalksBot.Storage;

/// <summary>The database as one SQLite file.</summary>
public sealed class SqliteTalksDb(DbContextOptions<SqliteTalksDb> options) : TalksDb(options);
