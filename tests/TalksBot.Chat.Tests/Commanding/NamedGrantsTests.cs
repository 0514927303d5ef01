using Microsoft.Extensions.Time.Testing;
using TalksBot.Chat.Commanding;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;

namespace TalksBot.Chat.Tests.Commanding;

public sealed class NamedGrantsTests
{
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Names_those_of_one_kind_on_one_connection()
    {
        var grants = new RoleGrants([(Role.Chief, Address("role/1")), (Role.Editor, Address("user/2")), (Role.Chief, new ChannelAddress("discord", "other", "role/3"))]);

        new NamedGrants(grants, _time).Of("discord:main", "role").ShouldBe(["role/1"]);
    }

    [Fact]
    public async Task Asks_ever_more_rarely_until_there_is_an_answer()
    {
        List<DateTimeOffset> asked = [];

        var answer = new NamedGrants(new RoleGrants([]), _time).AskAsync<string>(
            _ =>
            {
                asked.Add(_time.GetUtcNow());
                return Task.FromResult(asked.Count == 4 ? ("it", false) : ((string?)null, true));
            },
            Token);
        for (var second = 0; second < 14; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await answer.WaitAsync(TimeSpan.FromSeconds(30), Token)).ShouldBe("it");
        asked.Zip(asked.Skip(1), (one, next) => (next - one).TotalSeconds).ShouldBe([2, 4, 8]);
    }

    [Fact]
    public async Task Takes_a_refusal_for_an_answer() =>
        (await new NamedGrants(new RoleGrants([]), _time).AskAsync<string>(_ => Task.FromResult<(string?, bool)>((null, false)), Token)).ShouldBeNull();

    private static ChannelAddress Address(string holder) => new("discord", "main", holder);
}
