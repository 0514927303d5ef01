using Microsoft.Extensions.Time.Testing;
using TalksBot.Simulators.Discord;

namespace TalksBot.Testing.Tests.Discord;

public sealed class NonceTests
{
    [Fact]
    public async Task Gives_the_same_message_for_an_enforced_nonce()
    {
        await using var rig = await Rig.StartAsync();
        const string body = """{"content":"x","nonce":"n1","enforce_nonce":true}""";

        var first = await rig.SendAsync(HttpMethod.Post, rig.Posts, body);
        var second = await rig.SendAsync(HttpMethod.Post, rig.Posts, body);

        second.Id.ShouldBe(first.Id);
        ((string?)second.Body!["nonce"]).ShouldBe("n1");
        rig.Discord.Messages(rig.Channel).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Posts_twice_when_the_nonce_is_not_enforced_or_too_old()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var rig = await Rig.StartAsync(new DiscordSimulatorOptions { Time = clock });
        const string enforced = """{"content":"x","nonce":"n1","enforce_nonce":true}""";

        await rig.SendAsync(HttpMethod.Post, rig.Posts, """{"content":"x","nonce":"n1"}""");
        await rig.SendAsync(HttpMethod.Post, rig.Posts, enforced);
        clock.Advance(TimeSpan.FromMinutes(4));
        await rig.SendAsync(HttpMethod.Post, rig.Posts, enforced);

        rig.Discord.Messages(rig.Channel).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Does_not_know_an_enforced_nonce_whose_message_was_deleted()
    {
        await using var rig = await Rig.StartAsync();
        const string body = """{"content":"x","nonce":"n1","enforce_nonce":true}""";
        var first = await rig.SendAsync(HttpMethod.Post, rig.Posts, body);
        await rig.SendAsync(HttpMethod.Delete, $"{rig.Posts}/{first.Id}", body: null);

        (await rig.SendAsync(HttpMethod.Post, rig.Posts, body)).Code.ShouldBe(10008);
    }
}
