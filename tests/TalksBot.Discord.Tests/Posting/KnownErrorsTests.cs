using System.Diagnostics;
using NodaTime.Testing;
using TalksBot.Chat.Posting;
using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Discord.Posting;
using TalksBot.Discord.Wire.Rest;
using TalksBot.Simulators.Discord;
using TalksBot.Testing;

namespace TalksBot.Discord.Tests.Posting;

/// <summary>Every error code of Discord's, through a real request, becomes the outcome that the table says; what is in no table is not dropped.</summary>
public sealed class KnownErrorsTests : IAsyncLifetime
{
    private Server _server = null!;
    private DiscordPlatform _platform = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ChannelAddress Desk => Server.Address(_server.Desk);

    public async ValueTask InitializeAsync()
    {
        _server = await Server.StartAsync();
        _platform = _server.Connect(new FakeClock(Some.Moment));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_post_and_every_change_of_it_are_told_what_the_table_says()
    {
        var sent = (PostOutcome.Sent)await _platform.PostAsync(Some.Outgoing(Desk), Token);
        var message = new MessageAddress(Desk, sent.MessageId);
        List<string> wrong = [];
        foreach (var (code, row) in KnownErrors.All)
        {
            Compare("post", await Refused("create_message", code, () => _platform.PostAsync(Some.Outgoing(Desk, number: 2), Token)), Expected(row.Meaning));
            Compare("edit", await Refused("update_message", code, () => _platform.EditAsync(message, Some.Outgoing(Desk), Token)), Expected(row.Meaning));
            Compare("pin", await Refused("create_pin", code, () => _platform.PinAsync(message, Token)), Expected(row.Meaning));
            Compare("unpin", await Refused("delete_pin", code, () => _platform.UnpinAsync(message, Token)), Expected(row.Meaning));
            Compare("delete", await Refused("delete_message", code, () => _platform.DeleteAsync(message, Token)), row.Meaning is ErrorMeaning.MessageGone ? typeof(PostOutcome.Sent) : Expected(row.Meaning));

            void Compare(string act, PostOutcome outcome, Type expected)
            {
                if (outcome.GetType() != expected || (outcome is not PostOutcome.Sent && !outcome.ToString().Contains(row.Why.TrimEnd('.'), StringComparison.Ordinal)))
                {
                    wrong.Add($"{code} on {act}: {outcome}");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_look_up_says_nothing_that_it_does_not_know()
    {
        foreach (var (code, row) in KnownErrors.All)
        {
            var lookup = await Refused("list_messages", code, () => _platform.FindAsync(Some.Outgoing(Desk, number: 3), Token));

            (lookup is Lookup.Absent).ShouldBe(row.Meaning is ErrorMeaning.ChannelGone || code is DiscordErrorCode.MissingAccess, $"{code}: {lookup}");
        }
    }

    [Fact]
    public void Every_row_says_what_is_wrong_and_what_to_do_in_a_sentence_each() =>
        KnownErrors.All.Values.SelectMany(row => new[] { row.Why, row.Mend })
            .ShouldAllBe(sentence => char.IsUpper(sentence[0]) && sentence.EndsWith('.') && sentence.Length >= 10 && sentence.Length <= 160);

    [Theory]
    [InlineData(302, 0, true, typeof(PostOutcome.Unreachable))]
    [InlineData(307, 0, false, typeof(PostOutcome.Unreachable))]
    [InlineData(404, 0, false, typeof(PostOutcome.Unreachable))]
    [InlineData(407, 0, true, typeof(PostOutcome.Unreachable))]
    [InlineData(413, 0, true, typeof(PostOutcome.Unreachable))]
    [InlineData(451, 0, true, typeof(PostOutcome.Unreachable))]
    [InlineData(408, 0, false, typeof(PostOutcome.Ambiguous))]
    [InlineData(425, 0, false, typeof(PostOutcome.Ambiguous))]
    [InlineData(500, 0, false, typeof(PostOutcome.Ambiguous))]
    [InlineData(503, 130000, false, typeof(PostOutcome.Ambiguous))]
    [InlineData(524, 0, true, typeof(PostOutcome.Ambiguous))]
    public async Task What_Discord_did_not_say_is_never_the_end_of_a_post(int status, int code, bool html, Type expected)
    {
        for (var n = 0; n < RefusalPatience.Most + 2; n++)
        {
            _server.Simulator.Faults.Add(new RestFault(RestFaultKind.Status) { Operation = "create_message", Status = status, Code = code, Html = html });
            (await _platform.PostAsync(Some.Outgoing(Desk), Token)).ShouldBeOfType(expected);
        }
    }

    [Fact]
    public async Task A_refusal_that_nobody_knows_is_tried_for_a_while_and_then_told()
    {
        _server.Simulator.Faults.Add(new RestFault(RestFaultKind.Status) { Operation = "create_message", Status = 400, Code = 987_654, Times = RefusalPatience.Most });
        List<PostOutcome> outcomes = [];
        for (var n = 0; n < RefusalPatience.Most; n++)
        {
            outcomes.Add(await _platform.PostAsync(Some.Outgoing(Desk), Token));
        }

        outcomes.SkipLast(1).ShouldAllBe(outcome => outcome is PostOutcome.Unreachable);
        var last = outcomes[^1].ShouldBeOfType<PostOutcome.Rejected>();
        last.Why.ShouldContain("987654");
        last.Mend!.ShouldContain("report it");
    }

    [Fact]
    public async Task A_refusal_that_nobody_knows_and_that_passes_costs_nothing()
    {
        _server.Simulator.Faults.Add(new RestFault(RestFaultKind.Status) { Operation = "create_message", Status = 400, Code = 987_654, Times = 3 });
        for (var n = 0; n < 3; n++)
        {
            await _platform.PostAsync(Some.Outgoing(Desk), Token);
        }

        (await _platform.PostAsync(Some.Outgoing(Desk), Token)).ShouldBeOfType<PostOutcome.Sent>();
        _server.Messages(_server.Desk).ShouldHaveSingleItem();
    }

    private async Task<T> Refused<T>(string operation, DiscordErrorCode code, Func<Task<T>> act)
    {
        _server.Simulator.Faults.Add(new RestFault(RestFaultKind.Status) { Operation = operation, Status = 400, Code = (int)code });
        var outcome = await act();
        _server.Simulator.Faults.Clear();
        return outcome;
    }

    private static Type Expected(ErrorMeaning meaning) => meaning switch
    {
        ErrorMeaning.NotNow => typeof(PostOutcome.Unreachable),
        ErrorMeaning.Unclear => typeof(PostOutcome.Ambiguous),
        ErrorMeaning.TokenDead or ErrorMeaning.ConnectionHeld => typeof(PostOutcome.CredentialsDead),
        ErrorMeaning.ChannelGone => typeof(PostOutcome.ChannelGone),
        ErrorMeaning.MessageGone => typeof(PostOutcome.MessageGone),
        ErrorMeaning.NotAllowed => typeof(PostOutcome.NotAllowed),
        ErrorMeaning.Never or ErrorMeaning.FormRefused or ErrorMeaning.PictureRefused or ErrorMeaning.AlreadySo => typeof(PostOutcome.Rejected),
        _ => throw new UnreachableException(),
    };
}
