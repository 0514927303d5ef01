using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime.Testing;
using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Testing;

namespace TalksBot.Webhook.Tests;

/// <summary>What a receiver gets, and what its answers mean.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private static readonly ChannelAddress Channel = new("webhook", "cms", "desk");

    private readonly FakeClock _clock = new(Some.Moment);
    private Receiver _receiver = null!;
    private WebhookSender _sender = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private WebhookPlatform Platform => new("cms", _sender, _clock);

    public async ValueTask InitializeAsync()
    {
        _receiver = await Receiver.StartAsync();
        _sender = new WebhookSender(new() { Url = _receiver.Url, Secret = Receiver.Secret }, _clock);
    }

    public async ValueTask DisposeAsync()
    {
        _sender.Dispose();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public void A_signature_is_the_one_of_the_specification()
    {
        // The example of the reference libraries of Standard Webhooks.
        WebhookSignature.TryReadKey(Receiver.Secret, out var key).ShouldBeTrue();

        var signature = WebhookSignature.Of(key!, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, Encoding.UTF8.GetBytes("{\"test\": 2432232314}"));

        signature.ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    [Fact]
    public async Task An_event_tells_the_post_as_data_and_as_text()
    {
        var post = Some.Post() with
        {
            Pieces = [new PostPiece.Moment(Some.Moment, "23:44 Washington"), new PostPiece.Quote("We are not there.\n\nWe go on.", "Kantor, on record") { Account = "#3" }],
            Mention = "night desk",
        };

        await Platform.PostAsync(Some.Outgoing(Channel, post), Token);

        var (id, arrived) = _receiver.Arrived.ShouldHaveSingleItem();
        var data = arrived["data"]!;
        id.ShouldBe(Some.Outgoing(Channel).Key.Value);
        ($"{arrived["type"]}", $"{arrived["timestamp"]}", $"{data["id"]}").ShouldBe(("post.created", "1995-06-29T03:44:00Z", id));
        ($"{data["kind"]}", $"{data["talks"]}", $"{data["subject"]}", $"{data["rung"]}").ShouldBe(("countdown", "us-japan-autos", "D1", "PT15M"));
        ($"{data["due"]}", $"{data["mention"]}", $"{data["channel"]}").ShouldBe(("1995-06-29T03:44:00Z", "night desk", "desk"));
        data["pieces"]!.ToJsonString().ShouldBe("""[{"kind":"moment","text":"23:44 Washington","at":"1995-06-29T03:44:00Z"},{"kind":"quote","text":"We are not there.\n\nWe go on.","attribution":"Kantor, on record","account":"#3"}]""");
    }

    [Theory]
    [InlineData(301, typeof(PostOutcome.Unreachable))]
    [InlineData(400, typeof(PostOutcome.Rejected))]
    [InlineData(401, typeof(PostOutcome.CredentialsDead))]
    [InlineData(403, typeof(PostOutcome.CredentialsDead))]
    [InlineData(404, typeof(PostOutcome.Unreachable))]
    [InlineData(408, typeof(PostOutcome.Unreachable))]
    [InlineData(410, typeof(PostOutcome.ChannelGone))]
    [InlineData(413, typeof(PostOutcome.Rejected))]
    [InlineData(422, typeof(PostOutcome.Rejected))]
    [InlineData(429, typeof(PostOutcome.RateLimited))]
    [InlineData(500, typeof(PostOutcome.Unreachable))]
    [InlineData(503, typeof(PostOutcome.Unreachable))]
    public async Task Only_what_can_never_work_is_given_up(int status, Type outcome)
    {
        _receiver.Refuse = _ => status;

        (await Platform.PostAsync(Some.Outgoing(Channel), Token)).ShouldBeOfType(outcome);
    }

    [Theory]
    [InlineData("30", 30)]
    [InlineData("0", 1)]
    [InlineData("86400", 3_600)]
    [InlineData("Thu, 29 Jun 1995 03:45:00 GMT", 60)]
    [InlineData("soon", 5)]
    [InlineData(null, 5)]
    public async Task A_limit_is_kept_within_reason(string? header, int seconds)
    {
        (_receiver.Refuse, _receiver.RetryAfter) = (_ => 429, header);

        var limited = (await Platform.PostAsync(Some.Outgoing(Channel), Token)).ShouldBeOfType<PostOutcome.RateLimited>();

        limited.After.ShouldBe(Duration.FromSeconds(seconds));
    }

    [Theory]
    [InlineData(204, typeof(ProbeAnswer.Answers))]
    [InlineData(410, typeof(ProbeAnswer.Answers))]
    [InlineData(429, typeof(ProbeAnswer.Answers))]
    [InlineData(401, typeof(ProbeAnswer.CredentialsDead))]
    [InlineData(503, typeof(ProbeAnswer.Silent))]
    public async Task A_probe_tells_whether_the_receiver_is_there(int status, Type answer)
    {
        (_receiver.Refuse, _receiver.RetryAfter) = (_ => status, "30");

        var probed = await Platform.ProbeAsync(Token);

        probed.ShouldBeOfType(answer);
        if (probed is ProbeAnswer.Silent silent)
        {
            (silent.Why, silent.After).ShouldBe(("the receiver answers 503", Duration.FromSeconds(30)));
        }
    }

    [Fact]
    public async Task A_receiver_that_asks_to_wait_can_be_posted_to()
    {
        _receiver.Refuse = _ => 429;

        (await Platform.CheckAsync(Channel, Token)).ShouldBeOfType<ChannelCheck.Ready>().Caution.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_lost_answer_leaves_one_post()
    {
        _receiver.LosesAnswers = true;
        (await Platform.PostAsync(Some.Outgoing(Channel), Token)).ShouldBeOfType<PostOutcome.Ambiguous>();
        _receiver.LosesAnswers = false;

        (await Platform.FindAsync(Some.Outgoing(Channel), Token)).ShouldBeOfType<Lookup.Absent>();
        await Platform.PostAsync(Some.Outgoing(Channel), Token);

        _receiver.Posts(Channel).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("http://cms.example.org/talks", Receiver.Secret, "in the open")]
    [InlineData("https://user:pass@cms.example.org/talks", Receiver.Secret, "password")]
    [InlineData("cms.example.org", Receiver.Secret, "no web address")]
    [InlineData("https://cms.example.org/talks", "", "no signing secret")]
    [InlineData("https://cms.example.org/talks", "whsec_c2hvcnQ=", "no signing secret")]
    [InlineData("https://cms.example.org/talks", "hunter2hunter2hunter2hunter2hunter2", "no signing secret")]
    public void A_faulty_setting_is_named_with_its_mend_and_never_shows_the_secret(string url, string secret, string fault)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("TalksBot:Platforms:Webhook:cms:Url", url), new("TalksBot:Platforms:Webhook:cms:Secret", secret)]).Build();
        using var services = new ServiceCollection().AddSingleton<IClock>(_clock).AddWebhooks(configuration).BuildServiceProvider();

        var faults = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate()).Message;

        faults.ShouldContain("TalksBot:Platforms:Webhook:cms:");
        faults.ShouldContain(fault);
        faults.ShouldNotContain("pass@");
        faults.ShouldNotContain("hunter2");
    }

    [Fact]
    public void A_connection_without_an_address_plays_no_part()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("TalksBot:Platforms:Webhook:cms:Url", "")]).Build();

        new ServiceCollection().AddWebhooks(configuration).ShouldNotContain(service => service.ServiceType == typeof(IPlatform));
    }
}
