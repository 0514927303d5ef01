using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TalksBot.Core.Access;
using TalksBot.Core.Commands;
using TalksBot.Features.Access;
using TalksBot.Features.Calendars;
using TalksBot.Storage;
using Xunit;

namespace TalksBot.Testing;

/// <content>Calendars: whoever is asked, the same record makes the same bytes.</content>
public abstract partial class StorageContract
{
    [Fact]
    public async Task Both_hand_out_the_same_calendar_and_see_that_it_has_changed()
    {
        await DoAsync(_here, "/talks deadline add rail \"28 Jun 1995 23:59 Geneva\" \"Strike begins\"");
        await DoAsync(_here, CommandCall.Written("session import", ("talks", "rail"), ("from", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Talks\nDTSTART:19950628T080000Z\nEND:VEVENT\nEND:VCALENDAR")));
        var (here, there) = (await CalendarAsync(_here), await CalendarAsync(_there));
        await DoAsync(_there, "/talks deadline move rail D1 +1h");

        var after = await CalendarAsync(_here);

        there.ShouldBe(here);
        here.Text.ShouldContain("Strike begins");
        here.Text.ShouldContain("session S1 – Talks");
        after.Version.ShouldNotBe(here.Version);
        after.Text.ShouldContain("SEQUENCE:1");
    }

    [Fact]
    public async Task Nobody_stays_connected_once_a_visitor_was_answered()
    {
        DbConnection connection;
        await using (var scope = _here.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<AccessQuery>().FindAsync(AccessKind.Wall, new string('a', 32), Token);
            connection = scope.ServiceProvider.GetRequiredService<TalksDb>().Database.GetDbConnection();
            connection.State.ShouldBe(ConnectionState.Open);
        }

        connection.State.ShouldBe(ConnectionState.Closed);
    }

    private static async Task<(string Version, string Text)> CalendarAsync(ServiceProvider node)
    {
        await using var scope = node.CreateAsyncScope();
        var calendars = scope.ServiceProvider.GetRequiredService<CalendarQuery>();
        var reach = await calendars.FindAsync(new OpenDoor(1, new AccessScope(AccessKind.Calendar, Talks: null, Role: null)), "rail", Token);
        var (version, text) = await calendars.WriteAsync(reach.ShouldNotBeNull(), Token);
        return (version, text.ToString());
    }
}
