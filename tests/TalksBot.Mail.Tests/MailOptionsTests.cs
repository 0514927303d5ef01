using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Channels;
using TalksBot.Core.Digests;
using TalksBot.Core.Platforms;
using TalksBot.Mail.Pushing;

namespace TalksBot.Mail.Tests;

/// <summary>The settings of mail and push.</summary>
public sealed class MailOptionsTests
{
    [Fact]
    public void What_is_fine_is_taken() => Faults(Fine()).ShouldBeEmpty();

    [Theory]
    [InlineData("Port", "0", "TalksBot:Mail:Port is \"0\"")]
    [InlineData("Port", "smtp", "TalksBot:Mail:Port is \"smtp\"")]
    [InlineData("Host", "no host", "TalksBot:Mail:Host is")]
    [InlineData("Security", "ssl", "TalksBot:Mail:Security is \"ssl\"; write StartTls, Tls, or None")]
    [InlineData("Security", "None", "would carry the news in the open")]
    [InlineData("Password", "", "UserName and Password alone")]
    [InlineData("From", "TalksBot <talks@example.org>", "TalksBot:Mail:From has")]
    [InlineData("From", "", "TalksBot:Mail:From has")]
    [InlineData("To", "ops@example.org, a/b@example.org", "TalksBot:Mail:To has")]
    [InlineData("To", "ops@example.org\r\nBcc: x@example.org", "TalksBot:Mail:To has")]
    [InlineData("Digests:0:To", "editor", "TalksBot:Mail:Digests:0:To is \"editor\"")]
    [InlineData("Digests:0:At", "25:00", "TalksBot:Mail:Digests:0:At is \"25:00\"")]
    [InlineData("Digests:0:Zone", "Mars/Olympus", "TalksBot:Mail:Digests:0:Zone is")]
    [InlineData("Digests:0:Talks", " ", "TalksBot:Mail:Digests:0:Talks is empty")]
    public void What_is_not_is_one_sentence_with_its_key_and_never_the_password(string key, string value, string sentence)
    {
        var fault = Faults(Fine().Append(new($"TalksBot:Mail:{key}", value))).ShouldHaveSingleItem();

        fault.ShouldContain(sentence);
        fault.ShouldNotContain("s3cret");
    }

    [Theory]
    [InlineData("http://push.example.org/desk", "", "would carry alarms in the open")]
    [InlineData("push.example.org", "", "is no web address")]
    [InlineData("https://ntfy.example.org/desk", "a b", "TalksBot:Push:Token")]
    public void Push_is_held_to_the_same(string url, string token, string sentence) =>
        new PushOptionsValidator().Validate(name: null, new PushOptions { Url = url, Token = token }).Failures.ShouldHaveSingleItem().ShouldContain(sentence);

    [Fact]
    public void Addresses_are_last_resorts_and_digests_subscriptions()
    {
        using var services = Services(Fine().Append(new("TalksBot:Push:Url", "https://ntfy.example.org/desk")));

        services.GetServices<LastResort>().Select(resort => $"{resort.Channel}").ShouldBe(["mail:ops@example.org", "mail:night@example.org", "push:topic"]);
        var subscription = services.GetServices<DigestSubscription>().ShouldHaveSingleItem();
        (subscription.Talks, $"{subscription.Channel}", subscription.At).ShouldBe((null, "mail:editor@example.org", new LocalTime(6, 30)));
        services.GetServices<IPlatform>().Select(platform => platform.Name).ShouldBe(["mail", "push"]);
        services.GetServices<KnownConnection>().ShouldAllBe(connection => !connection.TakesCommands);
    }

    [Fact]
    public void Without_a_server_and_a_topic_there_is_nothing()
    {
        using var services = Services([new("TalksBot:Mail:Host", ""), new("TalksBot:Mail:To", "ops@example.org"), new("TalksBot:Push:Url", "")]);

        services.GetServices<IPlatform>().ShouldBeEmpty();
        services.GetServices<LastResort>().ShouldBeEmpty();
    }

    private static Dictionary<string, string?> Fine() => new()
    {
        ["TalksBot:Mail:Host"] = "smtp.example.org",
        ["TalksBot:Mail:UserName"] = "desk",
        ["TalksBot:Mail:Password"] = "s3cret",
        ["TalksBot:Mail:From"] = "talks@example.org",
        ["TalksBot:Mail:To"] = "ops@example.org, night@example.org",
        ["TalksBot:Mail:Digests:0:To"] = "editor@example.org",
        ["TalksBot:Mail:Digests:0:At"] = "06:30",
        ["TalksBot:Mail:Digests:0:Zone"] = "Europe/Zurich",
    };

    private static IEnumerable<string> Faults(IEnumerable<KeyValuePair<string, string?>> settings) =>
        new MailOptionsValidator().Validate(name: null, Configuration(settings).GetSection(MailOptions.Section).Get<MailOptions>()!).Failures ?? [];

    private static ServiceProvider Services(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var configuration = Configuration(settings);
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddMail(configuration).AddPush(configuration).BuildServiceProvider();
    }

    private static IConfiguration Configuration(IEnumerable<KeyValuePair<string, string?>> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.GroupBy(setting => setting.Key).Select(setting => setting.Last())).Build();
}
