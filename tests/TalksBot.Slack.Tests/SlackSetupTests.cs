using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime.Testing;
using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests;

/// <summary>Which connections a configuration makes, and what it refuses.</summary>
public sealed class SlackSetupTests
{
    [Fact]
    public void Every_connection_with_a_bot_token_takes_part()
    {
        using var services = Configure(("main:BotToken", "xoxb-a"), ("night:BotToken", "xoxb-b"), ("night:AppToken", "xapp-b"), ("empty:BotToken", ""), ("bare:ApiUrl", "x"));

        services.GetServices<SlackConnection>().Select(one => (one.Name, one.HearsPeople)).ShouldBe([("slack:main", false), ("slack:night", true)], ignoreOrder: true);
        services.GetServices<IPlatform>().Select(platform => platform.Name).ShouldBe(["slack:main", "slack:night"], ignoreOrder: true);
        services.GetServices<KnownConnection>().Select(known => known.Name).ShouldBe(["slack:main", "slack:night"], ignoreOrder: true);
    }

    [Fact]
    public void Nothing_configured_is_nothing_added() => Configure().GetServices<SlackConnection>().ShouldBeEmpty();

    [Theory]
    [InlineData("ApiUrl", "http://slack.example/api", "in the open")]
    [InlineData("ApiUrl", "ftp://127.0.0.1/", "no web address")]
    [InlineData("ApiUrl", "nonsense", "no web address")]
    [InlineData("BotToken", "xapp-s3cret", "begins with xoxb-")]
    [InlineData("BotToken", "xoxb-s3cret two", "begins with xoxb-")]
    [InlineData("BotToken", "xoxb-", "begins with xoxb-")]
    [InlineData("AppToken", "xoxb-s3cret", "begins with xapp-")]
    [InlineData("AppToken", "xapp-s3crét", "begins with xapp-")]
    public void A_fault_names_its_key_and_its_mend_and_keeps_the_token(string key, string value, string words)
    {
        using var services = Configure(("main:BotToken", "xoxb-s3cret"), ($"main:{key}", value));

        var fault = FaultsOf(services).ShouldHaveSingleItem();

        fault.ShouldStartWith($"TalksBot:Platforms:Slack:main:{key}");
        fault.ShouldContain(words);
        fault.ShouldNotContain("s3cr");
    }

    [Theory]
    [InlineData("nonsense", "", "Listen is \"nonsense\", which is no address to listen at")]
    [InlineData("https://127.0.0.1:5083", "", "write one such as http://127.0.0.1:5083")]
    [InlineData("http://127.0.0.1:5083", "xapp-s3cret", "one way only")]
    public void An_address_to_listen_at_has_to_make_sense(string listen, string appToken, string words)
    {
        using var services = Configure(("main:BotToken", "xoxb-a"), ("main:SigningSecret", "s3cret"), ("main:Listen", listen), ("main:AppToken", appToken));

        var fault = FaultsOf(services).ShouldHaveSingleItem();

        fault.ShouldContain(words);
        fault.ShouldNotContain("s3cret");
    }

    [Fact]
    public void Nobody_listens_without_a_signing_secret()
    {
        using var services = Configure(("main:BotToken", "xoxb-a"), ("main:Listen", "http://127.0.0.1:5083"));

        FaultsOf(services).ShouldHaveSingleItem().ShouldStartWith("TalksBot:Platforms:Slack:main:SigningSecret is empty");
    }

    [Fact]
    public void A_connection_that_listens_hears_people()
    {
        using var services = Configure(("main:BotToken", "xoxb-a"), ("main:Listen", "http://127.0.0.1:5083"), ("main:SigningSecret", "s"));

        services.GetServices<SlackConnection>().ShouldHaveSingleItem().HearsPeople.ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"BotToken":null}""", 0)]
    [InlineData("""{"BotToken":"xoxb-a","AppToken":null,"SigningSecret":null,"Listen":null}""", 1)]
    public void A_null_may_stand_for_nothing(string connection, int connections)
    {
        using var services = ConfigureMain(connection);

        services.GetServices<SlackConnection>().Count().ShouldBe(connections);
    }

    [Fact]
    public void A_null_address_is_a_fault_like_any_other()
    {
        using var services = ConfigureMain("""{"BotToken":"xoxb-a","ApiUrl":null}""");

        FaultsOf(services).ShouldHaveSingleItem().ShouldContain("ApiUrl is \"\", which is no web address");
    }

    [Theory]
    [InlineData("http://127.0.0.1:5081/api")]
    [InlineData("http://localhost:5081/api/")]
    [InlineData("https://slack.example/api/")]
    public void A_compatible_server_may_stand_in(string url)
    {
        using var services = Configure(("main:BotToken", "xoxb-a"), ("main:ApiUrl", url));

        services.GetServices<SlackConnection>().ShouldHaveSingleItem().Wire.ApiUrl.AbsoluteUri.ShouldEndWith("/api/");
    }

    private static List<string> FaultsOf(ServiceProvider services) =>
        [.. Should.Throw<OptionsValidationException>(() => services.GetServices<SlackConnection>().ToList()).Failures];

    private static ServiceProvider Configure(params (string Key, string Value)[] settings) => Configure(builder => builder.AddInMemoryCollection(
        settings.Select(one => new KeyValuePair<string, string?>($"{SlackOptions.Section}:{one.Key}", one.Value)).GroupBy(one => one.Key).Select(same => same.Last())));

    private static ServiceProvider ConfigureMain(string json) => Configure(builder => builder.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(
        """{"TalksBot":{"Platforms":{"Slack":{"main":""" + json + "}}}}"))));

    private static ServiceProvider Configure(Action<IConfigurationBuilder> from)
    {
        var builder = new ConfigurationBuilder();
        from(builder);
        return new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton<IClock>(new FakeClock(Some.Moment)).AddSlack(builder.Build()).BuildServiceProvider();
    }
}
