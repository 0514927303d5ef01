using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.OpenApi;

namespace TalksBot.Testing.Tests.Discord;

public sealed class DiscordOpenApiTests
{
    [Fact]
    public void Accepts_a_plain_message() =>
        DiscordOpenApi.Validate("create_message", Json("""{"content":"hi","allowed_mentions":{"parse":[]}}""")).ShouldBeEmpty();

    [Fact]
    public void Names_the_place_and_the_fault() =>
        DiscordOpenApi.Validate("MessageCreateRequest", Json($$"""{"embeds":[{"title":"{{new string('x', 257)}}"}]}"""))
            .ShouldBe(["$.embeds[0].title: more than 256 Length"]);

    [Fact]
    public void Finds_a_key_the_document_does_not_know() =>
        DiscordOpenApi.Validate("create_message", Json("""{"contents":"hi"}""")).ShouldBe(["$.contents: is not a known key"]);

    [Fact]
    public void Explains_a_union_by_the_alternative_meant() =>
        DiscordOpenApi.Validate("create_message", Json("""{"components":[{"type":1,"components":[{"type":2,"style":1,"label":7}]}]}"""))
            .ShouldContain(fault => fault.StartsWith("$.components[0].components[0].label", StringComparison.Ordinal));

    [Fact]
    public void Judges_responses_by_status() =>
        DiscordOpenApi.ValidateResponse("get_channel", 404, Json("""{"code":10003}""")).ShouldBe(["$.message: is missing"]);

    private static JsonNode Json(string text) => JsonNode.Parse(text)!;
}
