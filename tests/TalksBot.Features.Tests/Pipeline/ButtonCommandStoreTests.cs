using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Commands;
using TalksBot.Storage;

namespace TalksBot.Features.Tests.Pipeline;

public sealed class StoredLinesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_line_is_found_by_its_key_for_an_hour()
    {
        await using var desk = await TestDesk.OpenAsync();
        var key = await KeepAsync(desk, "update add steel");

        desk.Clock.AdvanceTo(TestDesk.Morning + Duration.FromMinutes(59));
        var within = await FindAsync(desk, key);
        desk.Clock.AdvanceTo(TestDesk.Morning + Duration.FromMinutes(60));
        var after = await FindAsync(desk, key);

        key.Length.ShouldBe(24);
        within.ShouldBe("update add steel");
        after.ShouldBeNull();
    }

    [Fact]
    public async Task A_key_that_was_never_given_finds_nothing()
    {
        await using var desk = await TestDesk.OpenAsync();
        await KeepAsync(desk, "update add steel");

        (await FindAsync(desk, "0123456789")).ShouldBeNull();
    }

    [Fact]
    public async Task What_has_expired_leaves_the_database_when_the_next_line_is_kept()
    {
        await using var desk = await TestDesk.OpenAsync();
        await KeepAsync(desk, "words nobody posted");
        desk.Clock.AdvanceTo(TestDesk.Morning + Duration.FromHours(2));

        await KeepAsync(desk, "update add steel");

        var lines = await desk.WithAsync(services => services.GetRequiredService<TalksDb>().KeptLines.Select(kept => kept.Line).ToListAsync(Token));
        lines.ShouldBe(["update add steel"]);
    }

    private static async Task<string> KeepAsync(TestDesk desk, string line) =>
        (await desk.WithAsync(services => services.GetRequiredService<IButtonCommandStore>().KeepAsync(line, Token))).ShouldNotBeNull();

    private static Task<string?> FindAsync(TestDesk desk, string key) =>
        desk.WithAsync(services => services.GetRequiredService<IButtonCommandStore>().FindAsync(key, Token));
}
