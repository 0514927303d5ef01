using TalksBot.Storage.Opening;
using TalksBot.Testing;

namespace TalksBot.Features.Tests.Records;

/// <summary>The record in a file.</summary>
public sealed class SqliteStorageTests : StorageContract
{
    protected override string System => StorageOptions.Sqlite;
}

/// <summary>The record on a server.</summary>
public sealed class PostgresStorageTests : StorageContract
{
    protected override string System => StorageOptions.Postgres;
}
