using Microsoft.EntityFrameworkCore;
using Npgsql;
using TalksBot.Storage.Opening;

namespace TalksBot.Features.Tests.Records;

/// <summary>How a database server is connected to where the settings do not say it.</summary>
public sealed class ServerConnectionTests
{
    [Fact]
    public async Task A_server_or_network_that_went_away_is_noticed_and_a_session_is_not_reset_for_nothing()
    {
        await using var desk = await RecordDesk.OpenAsync(system: StorageOptions.Postgres);

        var used = new NpgsqlConnectionStringBuilder(await desk.ReadAsync(db => Task.FromResult(db.Database.GetConnectionString())));

        (used.KeepAlive, used.TcpKeepAlive, used.Timeout, used.CommandTimeout).ShouldBe((10, true, 5, 15));
        used.NoResetOnClose.ShouldBeTrue();
        used.ApplicationName.ShouldBe("TalksBot");
    }
}
