using TalksBot.Discord.Wire.Gateway;
using TalksBot.Discord.Wire.Interactions;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Wire.Tests.Gateway;

public sealed class GatewayEventTests : IAsyncDisposable
{
    private readonly FakeGateway _gateway = new();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Reads_a_command_with_its_path_and_arguments()
    {
        var interaction = await InteractAsync("""
            {"id":"5","application_id":"6","type":2,"token":"tok","version":1,"guild_id":"2","channel_id":"1","locale":"en-US",
             "app_permissions":"2252109051448320","attachment_size_limit":10485760,
             "member":{"user":{"id":"3","username":"ann"},"roles":["4"],"permissions":"8"},
             "data":{"id":"50","name":"deadline","type":1,"options":[{"name":"add","type":1,"options":[
               {"name":"what","type":3,"value":"Treaty","focused":true},{"name":"hours","type":4,"value":6},
               {"name":"quiet","type":5,"value":true},{"name":"where","type":7,"value":"11"}]}],
              "resolved":{"channels":{"11":{"id":"11","type":0,"name":"desk"}}}}}
            """);

        var data = interaction.Data!;
        interaction.Caller!.Username.ShouldBe("ann");
        interaction.Member!.Permissions.ShouldBe(Permissions.Administrator);
        data.CommandPath().ShouldBe(["deadline", "add"]);
        data.Arguments().Select(option => option.Name).ShouldBe(["what", "hours", "quiet", "where"]);
        data.Arguments()[0].ShouldSatisfyAllConditions(
            what => what.Value!.Value.Text.ShouldBe("Treaty"),
            what => what.Focused.ShouldBeTrue());
        data.Arguments()[1].Value!.Value.WholeNumber.ShouldBe(6);
        data.Arguments()[2].Value!.Value.Truth.ShouldBe(true);
        data.Arguments()[3].Value!.Value.Id.ShouldBe(new(11));
        data.Resolved!.Channels![new(11)].Name.ShouldBe("desk");
    }

    [Fact]
    public async Task Reads_a_pressed_button_with_its_message()
    {
        var interaction = await InteractAsync($$$"""
            {"id":"5","application_id":"6","type":3,"token":"tok","user":{"id":"3","username":"ann"},
             "data":{"custom_id":"mute:1","component_type":2},"message":{{{FakeDiscord.Message}}}}
            """);

        interaction.Type.ShouldBe(InteractionType.Component);
        interaction.Data!.CustomId.ShouldBe("mute:1");
        interaction.Message!.Id.ShouldBe(new(7));
        interaction.Caller!.Username.ShouldBe("ann");
    }

    [Fact]
    public async Task Reads_what_was_filled_in()
    {
        var interaction = await InteractAsync("""
            {"id":"5","application_id":"6","type":5,"token":"tok","data":{"custom_id":"m","components":[
              {"type":18,"id":1,"component":{"type":4,"id":2,"custom_id":"title","value":"New"}},
              {"type":18,"component":{"type":3,"custom_id":"pick","values":["a","b"]}},
              {"type":1,"components":[{"type":4,"custom_id":"old","value":"row"}]}]}}
            """);

        var values = interaction.Data!.ModalValues();
        values["title"].ShouldBe(["New"]);
        values["pick"].ShouldBe(["a", "b"]);
        values["old"].ShouldBe(["row"]);
    }

    [Fact]
    public async Task Passes_other_events_on_as_they_are()
    {
        var socket = await _gateway.BeLiveAsync();

        socket.Say("""{"op":0,"s":2,"t":"GUILD_ROLE_UPDATE","d":{"guild_id":"2"}}""");
        await _gateway.UntilAsync(() => _gateway.Events.OfType<RawDispatch>().Any());

        var raw = _gateway.Events.OfType<RawDispatch>().Single();
        raw.Name.ShouldBe("GUILD_ROLE_UPDATE");
        raw.Data.GetProperty("guild_id").GetString().ShouldBe("2");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"op":"ten"}""")]
    [InlineData("""{"op":99,"d":null}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":1}}""")]
    [InlineData("""{"op":0,"s":2,"d":{}}""")]
    [InlineData("""{"op":0,"s":2,"t":"INTERACTION_CREATE","d":{"id":"x"}}""")]
    [InlineData("""{"op":0,"s":2,"t":"INTERACTION_CREATE","d":{"id":"5"}}""")]
    [InlineData("""{"op":0,"s":"two","t":"GUILD_CREATE","d":{}}""")]
    public async Task Skips_and_counts_frames_it_cannot_read(string frame)
    {
        var socket = await _gateway.BeLiveAsync();

        socket.Say(frame);
        socket.Say("""{"op":0,"s":3,"t":"GUILD_DELETE","d":{"id":"2"}}""");
        await _gateway.UntilAsync(() => _gateway.Events.OfType<RawDispatch>().Any());

        _gateway.Client.IgnoredFrames.ShouldBe(1);
    }

    private async Task<Interaction> InteractAsync(string data)
    {
        var socket = await _gateway.BeLiveAsync();
        socket.Say($$"""{"op":0,"s":2,"t":"INTERACTION_CREATE","d":{{data}}}""");
        await _gateway.UntilAsync(() => _gateway.Events.OfType<InteractionCreated>().Any());
        return _gateway.Events.OfType<InteractionCreated>().Single().Interaction;
    }
}
