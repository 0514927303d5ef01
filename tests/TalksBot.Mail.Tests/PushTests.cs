using System.Text;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Mail.Pushing;
using TalksBot.Testing;

namespace TalksBot.Mail.Tests;

/// <summary>Push to a server as ntfy is one.</summary>
public sealed class PushTests : IDisposable
{
    private readonly PushServer _server = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Reference => $"us-japan-autos · D1 · {Some.Outgoing(PushPlatform.Topic).Key.ShortReference}";

    [Fact]
    public async Task An_alarm_rings_with_its_words_in_the_body_alone()
    {
        using var sender = _server.NewSender("tk_1");

        var outcome = await new PushPlatform(sender).PostAsync(Post("discord:main stopped answering\r\nX-Evil: 1", Severity.Pressing), Token);

        outcome.ShouldBeOfType<PostOutcome.Sent>();
        _server.Asked.ShouldBe([new("POST /desk", "urgent", "Bearer tk_1", $"discord:main stopped answering\r\nX-Evil: 1\nLook there\n{Reference}")]);
    }

    [Fact]
    public async Task The_end_of_a_trouble_rings_nobody_out_of_bed()
    {
        using var sender = _server.NewSender("");

        await new PushPlatform(sender).PostAsync(Post("discord:main takes posts again", Severity.Good), Token);

        _server.Asked.ShouldHaveSingleItem().Priority.ShouldBe("default");
        _server.Asked[0].Token.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_too_long_is_cut_between_letters()
    {
        using var sender = _server.NewSender("");

        await new PushPlatform(sender).PostAsync(Post(new string('é', 5000), Severity.Trouble), Token);

        Encoding.UTF8.GetByteCount(_server.Asked[0].Body).ShouldBeInRange(3990, 4000);
        _server.Asked[0].Body.ShouldEndWith($"é…\n{Reference}");
    }

    [Fact]
    public async Task To_look_whether_it_is_there_pushes_nothing()
    {
        using var sender = _server.NewSender("tk_1");

        (await new PushPlatform(sender).CheckAsync(PushPlatform.Topic, Token)).ShouldBe(new ChannelCheck.Ready());
        (await new PushPlatform(sender).ProbeAsync(Token)).ShouldBeOfType<ProbeAnswer.Answers>();

        _server.Asked.Select(one => one.Line).ShouldBe(["GET /desk/auth", "GET /desk/auth"]);
    }

    [Theory]
    [InlineData(401, typeof(PostOutcome.CredentialsDead))]
    [InlineData(403, typeof(PostOutcome.CredentialsDead))]
    [InlineData(429, typeof(PostOutcome.RateLimited))]
    [InlineData(413, typeof(PostOutcome.Rejected))]
    [InlineData(500, typeof(PostOutcome.Unreachable))]
    [InlineData(302, typeof(PostOutcome.Unreachable))]
    public async Task A_refusal_is_told_for_what_it_is(int status, Type outcome)
    {
        _server.Status = status;
        using var sender = _server.NewSender("tk_1");

        var answer = await new PushPlatform(sender).PostAsync(Post("Steel", Severity.Trouble), Token);

        answer.GetType().ShouldBe(outcome);
        $"{answer}".ShouldNotContain("tk_1");
    }

    public void Dispose() => _server.Dispose();

    private static OutgoingPost Post(string heading, Severity severity) => Some.Outgoing(PushPlatform.Topic, new Post(heading, severity, [new PostPiece.Line("Look there")]));
}
