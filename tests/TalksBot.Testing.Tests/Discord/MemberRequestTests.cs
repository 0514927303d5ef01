using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord;

namespace TalksBot.Testing.Tests.Discord;

public sealed class MemberRequestTests
{
    private const int GuildMembers = 1 << 1;

    [Theory]
    [InlineData("""{"query":"","limit":0,"nonce":"n"}""", "ada ben bob")]
    [InlineData("""{"query":"b","limit":5,"nonce":"n"}""", "ben bob")]
    [InlineData("""{"query":"b","limit":1,"nonce":"n"}""", "ben")]
    [InlineData("""{"query":"z","limit":5,"nonce":"n"}""", "")]
    [InlineData("""{"user_ids":["ADA","99"],"nonce":"n"}""", "ada")]
    public async Task Tells_who_is_in_a_guild(string asked, string names)
    {
        await using var rig = await StartAsync();
        using var socket = await Socket.ReadyAsync(rig.Discord, GuildMembers);

        await socket.SayAsync(8, Asked(rig, asked));
        var chunk = await socket.HearAsync("GUILD_MEMBERS_CHUNK");

        var people = chunk["members"]!.AsArray().Select(one => one!["user"]!).Where(user => (string?)user["username"] is "ada" or "ben" or "bob");
        string.Join(' ', people.Select(user => (string)user["username"]!)).ShouldBe(names);
        ((int)chunk["chunk_index"]!, (int)chunk["chunk_count"]!, (string?)chunk["nonce"]).ShouldBe((0, 1, "n"));
        ((string?)chunk["not_found"]?[0]).ShouldBe(asked.Contains("99", StringComparison.Ordinal) ? "99" : null);
    }

    [Fact]
    public async Task Keeps_the_whole_list_from_who_did_not_ask_for_members()
    {
        await using var rig = await StartAsync();
        using var socket = await Socket.ReadyAsync(rig.Discord);

        await socket.SayAsync(8, Asked(rig, """{"query":"","limit":0,"nonce":"all"}"""));
        await socket.SayAsync(8, Asked(rig, """{"query":"ada","limit":1,"nonce":"one"}"""));

        ((string?)(await socket.HearAsync("GUILD_MEMBERS_CHUNK"))["nonce"]).ShouldBe("one");
    }

    private static async Task<Rig> StartAsync()
    {
        var rig = await Rig.StartAsync(new DiscordSimulatorOptions { AllowedPrivilegedIntents = GuildMembers });
        rig.Discord.AddPerson(rig.Guild, "ben");
        rig.Discord.AddPerson(rig.Guild, "bob");
        return rig;
    }

    private static JsonObject Asked(Rig rig, string asked)
    {
        var request = JsonNode.Parse(asked.Replace("ADA", $"{rig.Ada}", StringComparison.Ordinal))!.AsObject();
        request["guild_id"] = $"{rig.Guild}";
        return request;
    }
}
