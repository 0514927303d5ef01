using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime.Testing;
using TalksBot.Core.Platforms;
using TalksBot.Testing;

namespace TalksBot.Discord.Tests;

/// <summary>Which connections a configuration makes, and what it refuses.</summary>
public sealed class DiscordSetupTests
{
    [Fact]
    public void Every_connection_with_a_token_is_a_platform()
    {
        using var services = Configure(("main:Token", "a"), ("night:Token", "b"), ("night:GuildIds:0", "17"), ("empty:Token", ""), ("bare:ApiUrl", "x"));

        services.GetServices<IPlatform>().Select(platform => platform.Name).ShouldBe(["discord:main", "discord:night"], ignoreOrder: true);
    }

    [Fact]
    public void Nothing_configured_is_nothing_added() => Configure().GetServices<IPlatform>().ShouldBeEmpty();

    [Theory]
    [InlineData("ApiUrl", "http://discord.example/api", "in the open")]
    [InlineData("ApiUrl", "ftp://127.0.0.1/", "no web address")]
    [InlineData("ApiUrl", "nonsense", "no web address")]
    [InlineData("GuildIds:0", "newsroom", "no server id")]
    [InlineData("Token", "two words", "copy it again")]
    public void A_fault_names_its_key_and_its_mend_and_keeps_the_token(string key, string value, string words)
    {
        using var services = Configure(("main:Token", "s3cret-token"), ($"main:{key}", value));

        var faults = Should.Throw<OptionsValidationException>(() => services.GetServices<IPlatform>().ToList());

        var fault = faults.Failures.ShouldHaveSingleItem();
        fault.ShouldStartWith($"TalksBot:Platforms:Discord:main:{key.Split(':')[0]}");
        fault.ShouldContain(words);
        fault.ShouldNotContain("s3cret");
        fault.ShouldNotContain("two words");
    }

    [Theory]
    [InlineData("""{"Token":"a","GuildIds":[null]}""", "GuildIds holds \"\", which is no server id")]
    [InlineData("""{"Token":"a","GuildIds":["17",null]}""", "GuildIds holds \"\", which is no server id")]
    [InlineData("""{"Token":"a","ApiUrl":null}""", "ApiUrl is \"\", which is no web address")]
    public void A_null_in_the_file_is_a_fault_like_any_other(string connection, string words)
    {
        using var services = ConfigureMain(connection);

        var faults = Should.Throw<OptionsValidationException>(() => services.GetServices<IPlatform>().ToList());

        faults.Failures.ShouldHaveSingleItem().ShouldContain(words);
    }

    [Theory]
    [InlineData("""{"Token":null}""", 0)]
    [InlineData("""{"Token":"a","GuildIds":null}""", 1)]
    public void A_null_may_stand_for_nothing(string connection, int platforms)
    {
        using var services = ConfigureMain(connection);

        services.GetServices<IPlatform>().Count().ShouldBe(platforms);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5081/api/v10")]
    [InlineData("http://localhost:5081/api/v10")]
    [InlineData("https://discord.example/api/v10")]
    public void A_compatible_server_may_stand_in(string url)
    {
        using var services = Configure(("main:Token", "a"), ("main:ApiUrl", url));

        services.GetServices<IPlatform>().ShouldHaveSingleItem();
    }

    private static ServiceProvider Configure(params (string Key, string Value)[] settings) => Configure(builder => builder.AddInMemoryCollection(
        settings.Select(one => new KeyValuePair<string, string?>($"{DiscordOptions.Section}:{one.Key}", one.Value)).GroupBy(one => one.Key).Select(same => same.Last())));

    private static ServiceProvider ConfigureMain(string json) => Configure(builder => builder.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(
        """{"TalksBot":{"Platforms":{"Discord":{"main":""" + json + "}}}}"))));

    private static ServiceProvider Configure(Action<IConfigurationBuilder> from)
    {
        var builder = new ConfigurationBuilder();
        from(builder);
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IClock>(new FakeClock(Some.Moment))
            .AddDiscord(builder.Build())
            .BuildServiceProvider();
    }
}
