using System.Diagnostics;
using TalksBot.Chat.Posting;
using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Simulators.Slack;
using TalksBot.Slack.Posting;
using TalksBot.Slack.Wire.Api;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Posting;

/// <summary>Every error code of Slack's, through a real request, becomes the outcome that the table says; what is in no table is not dropped.</summary>
public sealed class KnownErrorsTests : IAsyncLifetime
{
    private Workspace _workspace = null!;
    private SlackPlatform _platform = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ChannelAddress Desk => Workspace.Address(_workspace.Desk);

    private static IEnumerable<string> OfPictures => KnownErrors.All.Where(row => row.Value.Meaning is ErrorMeaning.PictureRefused).Select(row => row.Key);

    public async ValueTask InitializeAsync()
    {
        _workspace = await Workspace.StartAsync(Workspace.Hasty with { FileProcessing = TimeSpan.FromMilliseconds(1) });
        _platform = _workspace.Connect(pictures: new DotPictures());
    }

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();

    [Fact]
    public async Task A_post_and_every_change_of_it_are_told_what_the_table_says()
    {
        var sent = (PostOutcome.Sent)await _platform.PostAsync(Some.Outgoing(Desk), Token);
        var message = new MessageAddress(Desk, sent.MessageId);
        List<string> wrong = [];
        foreach (var (code, row) in KnownErrors.All)
        {
            // Each with no wait left over from the one before.
            _platform = _workspace.Connect();
            var already = row.Meaning is ErrorMeaning.AlreadySo ? typeof(PostOutcome.Sent) : Expected(code, row);
            Compare("post", await Refused("chat.postMessage", code, () => _platform.PostAsync(Some.Outgoing(Desk, number: 2), Token)), Expected(code, row));
            Compare("edit", await Refused("chat.update", code, () => _platform.EditAsync(message, Some.Outgoing(Desk), Token)), Expected(code, row));
            Compare("pin", await Refused("pins.add", code, () => _platform.PinAsync(message, Token)), already);
            Compare("unpin", await Refused("pins.remove", code, () => _platform.UnpinAsync(message, Token)), already);
            Compare("delete", await Refused("chat.delete", code, () => _platform.DeleteAsync(message, Token)), row.Meaning is ErrorMeaning.MessageGone ? typeof(PostOutcome.Sent) : Expected(code, row));

            void Compare(string act, PostOutcome outcome, Type expected)
            {
                if (outcome.GetType() != expected)
                {
                    wrong.Add($"{code} on {act}: {outcome}");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dead_token_holds_the_connection_whatever_its_name()
    {
        foreach (var code in KnownErrors.All.Where(row => row.Value.Meaning is ErrorMeaning.TokenDead).Select(row => row.Key))
        {
            _workspace.Simulator.Faults.RevokeTokens(code);

            (await _workspace.Connect().PostAsync(Some.Outgoing(Desk), Token)).ShouldBeOfType<PostOutcome.CredentialsDead>().Why.ShouldContain(code);
        }
    }

    [Fact]
    public async Task A_look_up_says_nothing_that_it_does_not_know()
    {
        await _platform.PostAsync(Some.Outgoing(Desk), Token);
        foreach (var code in KnownErrors.All.Keys)
        {
            var lookup = await Refused("conversations.history", code, () => _platform.FindAsync(Some.Outgoing(Desk), Token));

            (lookup is Lookup.Unknown or Lookup.Unanswerable).ShouldBeTrue($"{code}: {lookup}");
        }
    }

    [Theory]
    [InlineData("chat.postMessage")]
    [InlineData("files.getUploadURLExternal")]
    [InlineData("files.completeUploadExternal")]
    public async Task A_refused_picture_leaves_the_words(string method)
    {
        var number = 0;
        foreach (var code in OfPictures)
        {
            var post = Some.Outgoing(Desk, Some.Post(code, "stands") with { Picture = DotPictures.Picture }, ++number);
            _workspace.Simulator.Faults.Add(new WebFault(WebFaultKind.ErrorBeforeCommit) { Method = method, Error = code });

            (await _platform.PostAsync(post, Token)).ShouldBeOfType<PostOutcome.Sent>(code);
        }

        _workspace.Messages(_workspace.Desk).Count.ShouldBe(number);
        _workspace.Messages(_workspace.Desk).ShouldAllBe(message => !message.Blocks.Any(block => (string?)block!["type"] == "image"));
    }

    [Fact]
    public void The_client_and_the_table_read_the_same_codes_alike()
    {
        foreach (var (code, row) in KnownErrors.All)
        {
            SlackErrorCode.IsOfToken(code).ShouldBe(row.Meaning is ErrorMeaning.TokenDead, code);
            SlackErrorCode.IsOfSlack(code).ShouldBe(row.Meaning is ErrorMeaning.Unclear, code);
            SlackErrorCode.IsAlreadySo(code).ShouldBe(row.Meaning is ErrorMeaning.AlreadySo, code);
            (SlackErrorCode.WaitOf(code) is null || row.Meaning is ErrorMeaning.NotNow).ShouldBeTrue(code);
        }
    }

    [Fact]
    public void Every_row_says_what_is_wrong_and_what_to_do_in_a_sentence_each() =>
        KnownErrors.All.Values.SelectMany(row => new[] { row.Why, row.Mend })
            .ShouldAllBe(sentence => char.IsUpper(sentence[0]) && sentence.EndsWith('.') && sentence.Length >= 10 && sentence.Length <= 160);

    [Theory]
    [InlineData(302)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(408)]
    [InlineData(425)]
    public async Task What_Slack_did_not_say_is_never_the_end_of_a_post(int status)
    {
        for (var n = 0; n < RefusalPatience.Most + 2; n++)
        {
            _workspace.Simulator.Faults.Add(new WebFault(WebFaultKind.Status) { Method = "chat.postMessage", Status = status });
            var outcome = await _platform.PostAsync(Some.Outgoing(Desk), Token);

            (outcome is PostOutcome.Unreachable or PostOutcome.Ambiguous).ShouldBeTrue($"{outcome}");
        }
    }

    [Fact]
    public async Task A_refusal_that_nobody_knows_is_tried_for_a_while_and_then_told()
    {
        _workspace.Simulator.Faults.Add(new WebFault(WebFaultKind.ErrorBeforeCommit) { Method = "chat.postMessage", Error = "moon_in_wrong_phase", Times = RefusalPatience.Most });
        List<PostOutcome> outcomes = [];
        for (var n = 0; n < RefusalPatience.Most; n++)
        {
            outcomes.Add(await _platform.PostAsync(Some.Outgoing(Desk), Token));
        }

        outcomes.SkipLast(1).ShouldAllBe(outcome => outcome is PostOutcome.Ambiguous);
        var last = outcomes[^1].ShouldBeOfType<PostOutcome.Rejected>();
        last.Why.ShouldContain("moon_in_wrong_phase");
        last.Mend!.ShouldContain("report it");
    }

    private async Task<T> Refused<T>(string method, string code, Func<Task<T>> act)
    {
        _workspace.Simulator.Faults.Add(new WebFault(WebFaultKind.ErrorBeforeCommit) { Method = method, Error = code, Times = 10 });
        var outcome = await act();
        _workspace.Simulator.Faults.Clear();
        return outcome;
    }

    private static Type Expected(string code, KnownError row) => row.Meaning switch
    {
        ErrorMeaning.NotNow => SlackErrorCode.WaitOf(code) is null ? typeof(PostOutcome.Unreachable) : typeof(PostOutcome.RateLimited),
        ErrorMeaning.Unclear => typeof(PostOutcome.Ambiguous),

        // Slack is asked whom the token belongs to, and here it still knows.
        ErrorMeaning.TokenDead => typeof(PostOutcome.Unreachable),
        ErrorMeaning.ConnectionHeld => typeof(PostOutcome.CredentialsDead),
        ErrorMeaning.ChannelGone => typeof(PostOutcome.ChannelGone),
        ErrorMeaning.MessageGone => typeof(PostOutcome.MessageGone),
        ErrorMeaning.NotAllowed => typeof(PostOutcome.NotAllowed),
        ErrorMeaning.Never or ErrorMeaning.FormRefused or ErrorMeaning.PictureRefused or ErrorMeaning.AlreadySo => typeof(PostOutcome.Rejected),
        _ => throw new UnreachableException(),
    };
}
