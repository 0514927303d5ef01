using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TalksBot.Tests.Processes;

/// <summary>While it is full, a database has no page to grow by.</summary>
internal sealed class FullDisk : DbConnectionInterceptor
{
    public bool IsFull { get; set; }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (IsFull)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA max_page_count = 1";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
