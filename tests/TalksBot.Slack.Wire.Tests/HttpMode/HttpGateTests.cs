using System.Globalization;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using TalksBot.Slack.Wire.Envelopes;
using TalksBot.Slack.Wire.HttpMode;

namespace TalksBot.Slack.Wire.Tests.HttpMode;

public sealed class HttpGateTests
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string CommandBody =
        "token=x&team_id=T1&channel_id=C1&user_id=U1&command=%2Ftalks&text=add+%22D1%22+5pm+%26+more&trigger_id=1.2&response_url=https%3A%2F%2Fhooks.example%2F1";

    private static readonly Secret _secret = new("8f742231b10e8888abcd99yyyzzz85a5");

    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(1531420618));
    private readonly HttpGate _gate;

    public HttpGateTests() => _gate = new(_secret, _time);

    [Fact]
    public void Signs_as_slack_documents_it()
    {
        // The example of docs.slack.dev/authentication/verifying-requests-from-slack.
        const string body =
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar"
            + "&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
            + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

        RequestSignature.Of(_secret, 1531420618, Encoding.UTF8.GetBytes(body))
            .ShouldBe("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
    }

    [Fact]
    public void Refuses_what_was_signed_before_it_began_to_listen()
    {
        var now = _time.GetUtcNow().ToUnixTimeSeconds();
        var gate = new HttpGate(_secret, _time) { ListensSince = now + 1 };

        gate.Read(Signed(CommandBody)).ShouldBeOfType<Rejected>().Reason.ShouldBe(RejectionReason.Stale);
        _time.Advance(TimeSpan.FromSeconds(1));
        gate.Read(Signed(CommandBody, at: now + 1)).ShouldBeOfType<Genuine>();
    }

    [Fact]
    public void Reads_a_command()
    {
        var command = _gate.Read(Signed(CommandBody)).ShouldBeOfType<Genuine>().Content.ShouldBeOfType<SlashCommand>();

        (command.Command, command.UserId, command.ChannelId, command.TriggerId).ShouldBe(("/talks", "U1", "C1", "1.2"));
        command.Text.ShouldBe("add \"D1\" 5pm & more");
        command.ResponseUrl!.Reveal().ShouldBe("https://hooks.example/1");
    }

    [Fact]
    public void Reads_a_press()
    {
        const string payload = """
            {"type":"block_actions","user":{"id":"U1"},"actions":[{"type":"button","action_id":"a","block_id":"b","value":"v"}]}
            """;

        var verdict = _gate.Read(Signed($"payload={Uri.EscapeDataString(payload)}"));

        verdict.ShouldBeOfType<Genuine>().Content.ShouldBeOfType<BlockActions>().Actions.Single().Chosen.ShouldBe("v");
    }

    [Fact]
    public void Reads_an_event()
    {
        const string body = """
            {"type":"event_callback","event_id":"Ev1","event":{"type":"app_mention","channel":"C1","user":"U1","ts":"1.2","text":"hi"}}
            """;

        var verdict = _gate.Read(Signed(body, "application/json"));

        verdict.ShouldBeOfType<Genuine>().Content.ShouldBeOfType<AppMention>().EventId.ShouldBe("Ev1");
    }

    [Fact]
    public void Gives_the_challenge_back()
    {
        var verdict = _gate.Read(Signed("""{"type":"url_verification","token":"t","challenge":"X1"}""", "application/json"));

        HttpReply.Of(verdict, null).ShouldBe(new(200, "text/plain", "X1"));
    }

    [Fact]
    public void Answers_a_probe_that_is_not_signed()
    {
        var verdict = _gate.Read(new(null, null, Form, "ssl_check=1&token=x"u8.ToArray()));

        verdict.ShouldBeOfType<SslProbe>();
        HttpReply.Of(verdict, null).Status.ShouldBe(200);
    }

    [Fact]
    public void Refuses_a_body_that_was_changed()
    {
        var request = Signed(CommandBody) with { Body = Encoding.UTF8.GetBytes($"{CommandBody}0") };

        _gate.Read(request).ShouldBe(new Rejected(RejectionReason.Forged));
    }

    [Fact]
    public void Refuses_a_time_that_was_changed()
    {
        var request = Signed(CommandBody) with { Timestamp = "1531420619" };

        _gate.Read(request).ShouldBe(new Rejected(RejectionReason.Forged));
    }

    [Theory]
    [InlineData("")]
    [InlineData("v0=")]
    [InlineData("v0=00")]
    [InlineData("v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    public void Refuses_a_signature_that_is_none(string signature) =>
        _gate.Read(Signed(CommandBody) with { Signature = signature }).ShouldBe(new Rejected(RejectionReason.Forged));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("99999999999999999999999")]
    public void Refuses_a_time_that_is_none(string? timestamp) =>
        _gate.Read(Signed(CommandBody) with { Timestamp = timestamp }).ShouldBe(new Rejected(RejectionReason.NotSigned));

    [Theory]
    [InlineData(-301, false)]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void Accepts_five_minutes_either_way(int seconds, bool accepted)
    {
        var verdict = _gate.Read(Signed(CommandBody, at: 1531420618 + seconds));

        (verdict is Genuine).ShouldBe(accepted);
    }

    [Fact]
    public void Refuses_what_came_before_for_as_long_as_it_would_be_accepted()
    {
        var request = Signed(CommandBody, at: 1531420618 + 300);
        _gate.Read(request).ShouldBeOfType<Genuine>();
        _time.Advance(TimeSpan.FromSeconds(600));

        _gate.Read(request).ShouldBe(new Rejected(RejectionReason.Replayed));
        _time.Advance(TimeSpan.FromSeconds(1));
        _gate.Read(request).ShouldBe(new Rejected(RejectionReason.Stale));
    }

    [Theory]
    [InlineData("nothing=1", Form)]
    [InlineData("payload=%5B%5D", Form)]
    [InlineData("payload=%7B", Form)]
    [InlineData("[]", "application/json; charset=utf-8")]
    [InlineData("{", "application/json")]
    public void Refuses_what_it_cannot_read(string body, string type)
    {
        var verdict = _gate.Read(Signed(body, type));

        verdict.ShouldBe(new Rejected(RejectionReason.Unreadable));
        HttpReply.Of(verdict, null).Status.ShouldBe(400);
    }

    [Fact]
    public void Carries_an_answer_in_the_body()
    {
        var verdict = _gate.Read(Signed(CommandBody));

        var reply = HttpReply.Of(verdict, AckPayload.FieldErrors(new Dictionary<string, string> { ["b1"] = "too late" }));

        reply.ShouldBe(new(200, "application/json", """{"response_action":"errors","errors":{"b1":"too late"}}"""));
    }

    [Fact]
    public void Answers_a_forger_with_nothing_but_a_status() =>
        HttpReply.Of(new Rejected(RejectionReason.Forged), AckPayload.CloseAll()).ShouldBe(new(401, "text/plain", ""));

    [Fact]
    public void Takes_no_empty_secret() =>
        Should.Throw<ArgumentException>(() => new HttpGate(new(" "), _time));

    private static SignedRequest Signed(string body, string type = Form, long at = 1531420618)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return new(at.ToString(CultureInfo.InvariantCulture), RequestSignature.Of(_secret, at, bytes), type, bytes);
    }
}
