using System.Text.Json;
using TalksBot.Discord.Wire.Interactions;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Wire.Tests;

public sealed class SecrecyTests
{
    [Fact]
    public void Never_shows_the_bot_token_with_the_options() =>
        FakeDiscord.Options.ToString().ShouldNotContain(FakeDiscord.BotToken);

    [Fact]
    public void Never_shows_an_interactions_token()
    {
        var interaction = new Interaction(new(5), new(6), InteractionType.Command, new("hush"));

        interaction.ToString().ShouldNotContain("hush");
    }

    [Fact]
    public void Keeps_an_interactions_token_out_of_the_routes_name() =>
        Route.Of(HttpMethod.Post, "/interactions/{interaction}/{token}/callback", "5", "hush")
            .ToString().ShouldBe("POST /interactions/{interaction}/{token}/callback");

    [Fact]
    public void Carries_the_token_on_the_wire_all_the_same() =>
        JsonSerializer.Serialize(new Secret("hush")).ShouldBe("\"hush\"");

    [Theory]
    [InlineData("https://discord.com/api/v10")]
    [InlineData("http://127.0.0.1:9000/api/v10")]
    [InlineData("http://localhost:9000/api/v10")]
    [InlineData("http://[::1]:9000/api/v10")]
    public void Accepts_encrypted_addresses_and_this_machine(string address) =>
        (FakeDiscord.Options with { ApiUrl = new(address) }).Fault().ShouldBeNull();

    [Theory]
    [InlineData("http://discord.com/api/v10")]
    [InlineData("http://192.168.1.5/api/v10")]
    [InlineData("http://127.0.0.1.evil.example/api/v10")]
    [InlineData("ftp://127.0.0.1/")]
    public void Refuses_to_carry_the_token_in_the_open(string address) =>
        (FakeDiscord.Options with { ApiUrl = new(address) }).Fault().ShouldNotBeNull();

    [Fact]
    public void Refuses_an_empty_token() =>
        (FakeDiscord.Options with { Token = new(" ") }).Fault().ShouldNotBeNull();

    [Theory]
    [InlineData("wss://gateway.discord.gg", true)]
    [InlineData("ws://127.0.0.1:9000/gateway", true)]
    [InlineData("ws://gateway.discord.gg", false)]
    [InlineData("https://gateway.discord.gg", false)]
    [InlineData("gibberish", false)]
    [InlineData(null, false)]
    public void Follows_only_safe_addresses_to_the_gateway(string? address, bool safe) =>
        (SafeAddress.Gateway(address) is not null).ShouldBe(safe);
}
