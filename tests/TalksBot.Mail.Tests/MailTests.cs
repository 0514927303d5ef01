using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Mail.Mailing;
using TalksBot.Testing;

namespace TalksBot.Mail.Tests;

/// <summary>Mail over a real server, and over servers that misbehave.</summary>
public sealed class MailTests
{
    private static readonly ChannelAddress Editor = MailChannels.Of("editor@example.org");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_real_server_takes_it_over_TLS_with_a_password()
    {
        using var server = await DebianMailServer.StartAsync();
        using var sender = Sender(server.Port, MailSecurity.StartTls, password: "s3cret", trustsAll: true);
        var platform = new MailPlatform(sender, [Editor]);

        var checking = await platform.CheckAsync(Editor, Token);
        var probed = await platform.ProbeAsync(Token);
        var outcome = await platform.PostAsync(Post("Talks on steel", new PostPiece.Line("They met at <b>nine</b> & left")), Token);

        checking.ShouldBe(new ChannelCheck.Ready());
        probed.ShouldBeOfType<ProbeAnswer.Answers>();
        var sent = outcome.ShouldBeOfType<PostOutcome.Sent>();
        var mail = (await server.MailsAsync()).ShouldHaveSingleItem();
        mail.Headers["X-Envelope"].ShouldBe("talks@example.org > editor@example.org");
        mail.MessageId.ShouldBe(sent.MessageId);
        mail.Subject!.ShouldBe("Talks on steel");
        mail.Headers[MimeKit.HeaderId.AutoSubmitted].ShouldBe("auto-generated");
        mail.TextBody!.ReplaceLineEndings("\n").ShouldBe($"Talks on steel\nThey met at <b>nine</b> & left\n\nus-japan-autos · D1 · {Post("Talks on steel").Key.ShortReference}\n");
        mail.HtmlBody!.ShouldContain("<p>They met at &lt;b&gt;nine&lt;/b&gt; &amp; left</p>");
    }

    [Fact]
    public async Task Nothing_that_is_typed_makes_a_header_an_address_or_markup()
    {
        using var server = await DebianMailServer.StartAsync(isOpen: true);
        using var sender = Sender(server.Port);
        const string hostile = "Steel\r\nBcc: victim@example.org\r\n\r\n.\r\nMAIL FROM:<x@y>\u2028<script>alert(1)</script>\u0000 é–日本";

        var outcome = await new MailPlatform(sender, [Editor]).PostAsync(
            Post(hostile, new PostPiece.Quote(hostile, hostile) { Source = new Uri("https://example.org/?q=\"><script>") }, new PostPiece.Field(hostile, hostile), new PostPiece.Line(".\r\n.\r\nQUIT")), Token);

        outcome.ShouldBeOfType<PostOutcome.Sent>();
        var mail = (await server.MailsAsync()).ShouldHaveSingleItem();
        mail.Headers["X-Envelope"].ShouldBe("talks@example.org > editor@example.org");
        mail.Bcc.ShouldBeEmpty();
        mail.Headers.Select(header => header.Field).ShouldBe(["X-Envelope", "From", "Date", "Subject", "Message-Id", "To", "Auto-Submitted", "MIME-Version"], ignoreOrder: true);
        mail.Subject!.ShouldNotContain("\n");
        mail.HtmlBody!.ShouldNotContain("<script");
        System.Net.WebUtility.HtmlDecode(mail.HtmlBody!).ShouldContain("é–日本");
        mail.TextBody!.ShouldContain("QUIT");
    }

    [Fact]
    public async Task What_does_not_hold_any_more_is_answered_by_what_does()
    {
        using var server = await DebianMailServer.StartAsync(isOpen: true);
        using var sender = Sender(server.Port);
        var platform = new MailPlatform(sender, [Editor]);
        var first = Post("Daily digest", new PostPiece.Line("The strike is off"));
        var sent = (PostOutcome.Sent)await platform.PostAsync(first, Token);

        var changed = await platform.EditAsync(
            new MessageAddress(Editor, sent.MessageId), first with { DueAt = first.DueAt + Duration.FromMinutes(5), Post = first.Post with { Pieces = [new PostPiece.Struck("The strike is off")] } }, Token);

        changed.ShouldBeOfType<PostOutcome.Sent>();
        var mails = await server.MailsAsync();
        mails.Count.ShouldBe(2);
        mails[1].InReplyTo.ShouldBe(sent.MessageId);
        mails[1].MessageId.ShouldNotBe(sent.MessageId);
        mails[1].TextBody!.ShouldContain("[does not hold any more: The strike is off]");
        mails[1].HtmlBody!.ShouldContain("<del>The strike is off</del>");
    }

    [Fact]
    public async Task A_wrong_password_is_told_as_such_and_never_shown()
    {
        using var server = await DebianMailServer.StartAsync();
        using var sender = Sender(server.Port, MailSecurity.StartTls, password: "wr0ng", trustsAll: true);
        var platform = new MailPlatform(sender, [Editor]);

        var dead = await platform.PostAsync(Post("Steel"), Token);
        var fault = (await platform.CheckAsync(Editor, Token)).ShouldBeOfType<ChannelCheck.Faulty>();

        dead.ShouldBe(new PostOutcome.CredentialsDead("the mail server does not accept UserName and Password"));
        fault.Mend.ShouldBe("Set TalksBot:Mail:UserName and :Password to what it accepts.");
        (await server.MailsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts_stops_it_before_the_password()
    {
        using var server = await DebianMailServer.StartAsync();
        using var sender = Sender(server.Port, MailSecurity.StartTls, password: "s3cret");

        var outcome = (await new MailPlatform(sender, [Editor]).PostAsync(Post("Steel"), Token)).ShouldBeOfType<PostOutcome.Unreachable>();

        outcome.Why.ShouldBe("no TLS could be agreed on with the mail server, mostly because its certificate is not trusted or is another's");
    }

    [Fact]
    public async Task A_server_without_TLS_is_handed_nothing_where_it_is_asked_for()
    {
        using var server = await DebianMailServer.StartAsync(isOpen: true);
        using var sender = Sender(server.Port, MailSecurity.StartTls);

        var outcome = (await new MailPlatform(sender, [Editor]).PostAsync(Post("Steel"), Token)).ShouldBeOfType<PostOutcome.Unreachable>();

        outcome.Why.ShouldContain("does not offer what TalksBot:Mail:Security asks for");
        (await server.MailsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Misbehaviour.Garbage, typeof(PostOutcome.Unreachable))]
    [InlineData(Misbehaviour.Stalls, typeof(PostOutcome.Unreachable))]
    [InlineData(Misbehaviour.Closes, typeof(PostOutcome.Unreachable))]
    [InlineData(Misbehaviour.Refuses, typeof(PostOutcome.Unreachable))]
    [InlineData(Misbehaviour.NeverEnds, typeof(PostOutcome.Unreachable))]
    [InlineData(Misbehaviour.Later, typeof(PostOutcome.Unreachable))]
    [InlineData(Misbehaviour.NoSuchAddress, typeof(PostOutcome.NotAllowed))]
    [InlineData(Misbehaviour.RefusesContent, typeof(PostOutcome.Rejected))]
    [InlineData(Misbehaviour.DropsAfterData, typeof(PostOutcome.Ambiguous))]
    [InlineData(Misbehaviour.StallsAfterData, typeof(PostOutcome.Ambiguous))]
    public async Task A_server_that_misbehaves_is_one_sentence_of_ours(Misbehaviour how, Type outcome)
    {
        await using var server = new BadMailServer(how);
        using var sender = Sender(server.Port);

        var answer = await new MailPlatform(sender, [Editor]).PostAsync(Post("Steel"), Token);

        answer.GetType().ShouldBe(outcome, $"{answer}");
        $"{answer}".ShouldNotContain("s3cret");
        $"{answer}".ShouldNotContain("Exception");
    }

    [Fact]
    public async Task Nobody_there_is_one_sentence_too()
    {
        using var sender = Sender(port: 1);

        (await new MailPlatform(sender, [Editor]).PostAsync(Post("Steel"), Token)).ShouldBe(new PostOutcome.Unreachable("the mail server cannot be reached"));
        (await new MailPlatform(sender, [Editor]).ProbeAsync(Token)).ShouldBe(new ProbeAnswer.Silent("the mail server cannot be reached"));
    }

    [Fact]
    public async Task Mail_goes_to_addresses_of_the_settings_alone()
    {
        using var sender = Sender(port: 1);
        var stranger = Post("Steel") with { Channel = MailChannels.Of("stranger@example.org") };

        (await new MailPlatform(sender, [Editor]).PostAsync(stranger, Token)).ShouldBeOfType<PostOutcome.ChannelGone>();
        (await new MailPlatform(sender, [Editor]).CheckAsync(stranger.Channel, Token)).ShouldBeOfType<ChannelCheck.Faulty>();
    }

    private static MailSender Sender(int port, string security = MailSecurity.None, string password = "", bool trustsAll = false) => new(
        new MailOptions { Host = "localhost", Port = $"{port}", Security = security, UserName = password.Length > 0 ? "desk" : "", Password = password, From = "talks@example.org" },
#pragma warning disable CA5359 // The certificate is made for one test, by the test itself.
        trustsAll ? (_, _, _, _) => true : null,
#pragma warning restore CA5359
        TimeSpan.FromSeconds(password.Length > 0 ? 20 : 3));

    private static OutgoingPost Post(string heading, params PostPiece[] pieces) => Some.Outgoing(Editor, new Post(heading, Severity.Calm, pieces));
}
