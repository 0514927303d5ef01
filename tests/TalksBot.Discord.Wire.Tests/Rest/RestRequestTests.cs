using TalksBot.Discord.Wire.Interactions;
using TalksBot.Discord.Wire.Models;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Wire.Tests.Rest;

public sealed class RestRequestTests : IDisposable
{
    private static readonly Snowflake _channel = new(1);
    private static readonly Snowflake _message = new(7);
    private static readonly Interaction _interaction = new(new(5), new(6), InteractionType.Command, new("inter/action"));

    private readonly FakeDiscord _discord = new(Answer);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Posts_with_an_enforced_nonce_and_no_pings()
    {
        using var rest = _discord.Rest();

        var answer = await rest.Messages.CreateAsync(
            _channel, new() { Content = "hi", Nonce = "n1", EnforceNonce = true }, Token);

        answer.ShouldBeOfType<Answered<DiscordMessage>>().Value.Id.ShouldBe(_message);
        Only().Target.ShouldBe("POST /api/v10/channels/1/messages");
        Only().Body.ShouldBe("""{"content":"hi","allowed_mentions":{"parse":[]},"nonce":"n1","enforce_nonce":true}""");
    }

    [Fact]
    public async Task Shows_the_token_and_a_proper_agent_to_discord()
    {
        using var rest = _discord.Rest();

        await rest.Channels.GetAsync(_channel, Token);

        Only().Message.Headers.Authorization!.ToString().ShouldBe("Bot very.secret.token");
        Only().Message.Headers.UserAgent.ToString().ShouldStartWith("DiscordBot (");
    }

    [Fact]
    public async Task Writes_components_with_their_type_numbers()
    {
        using var rest = _discord.Rest();

        await rest.Messages.EditAsync(
            _channel,
            _message,
            new() { Components = [new ActionRow(new Button(ButtonStyle.Primary, "Mute", "mute:1"))] },
            Token);

        Only().Target.ShouldBe("PATCH /api/v10/channels/1/messages/7");
        Only().Json.GetProperty("components").ToString().ShouldBe(
            """[{"type":1,"components":[{"type":2,"style":1,"label":"Mute","custom_id":"mute:1"}]}]""");
    }

    [Fact]
    public async Task Sends_a_picture_as_quoted_multipart()
    {
        using var rest = _discord.Rest();
        var chart = new FileUpload("chart.png", "PNG!"u8.ToArray(), "A chart");

        await rest.Messages.CreateAsync(
            _channel, new() { Embeds = [new() { Image = EmbedImage.Of(chart) }], Files = [chart] }, Token);

        Only().Message.Content!.Headers.ContentType!.MediaType.ShouldBe("multipart/form-data");
        Only().Body.ShouldContain("Content-Disposition: form-data; name=\"payload_json\"");
        Only().Body.ShouldContain("Content-Disposition: form-data; name=\"files[0]\"; filename=\"chart.png\"");
        Only().Body.ShouldContain("Content-Type: image/png\r\n\r\nPNG!");
        Only().Body.ShouldContain("\"image\":{\"url\":\"attachment://chart.png\"}");
        Only().Body.ShouldContain("\"attachments\":[{\"id\":\"0\",\"filename\":\"chart.png\",\"description\":\"A chart\"}]");
    }

    [Fact]
    public async Task Names_the_attachments_an_edit_keeps()
    {
        using var rest = _discord.Rest();

        await rest.Messages.EditAsync(_channel, _message, new() { Keep = [new(70)] }, Token);

        Only().Json.GetProperty("attachments").ToString().ShouldBe("""[{"id":"70"}]""");
    }

    [Fact]
    public async Task Answers_an_interaction_without_the_bot_token()
    {
        using var rest = _discord.Rest();

        var answer = await rest.Interactions.DeferAsync(_interaction, ephemeral: true, Token);

        answer.ShouldBeOfType<Answered<NoContent>>();
        Only().Target.ShouldBe("POST /api/v10/interactions/5/inter%2Faction/callback");
        Only().Message.Headers.Authorization.ShouldBeNull();
        Only().Body.ShouldBe("""{"type":5,"data":{"flags":64}}""");
    }

    [Fact]
    public async Task Opens_a_modal()
    {
        using var rest = _discord.Rest();
        var modal = new Modal("m", "New", new ModalLabel("Title", new TextInput("t", TextInputStyle.SingleLine)));

        await rest.Interactions.OpenModalAsync(_interaction, modal, Token);

        Only().Body.ShouldBe(
            """{"type":9,"data":{"custom_id":"m","title":"New","components":[{"type":18,"label":"Title","component":{"type":4,"custom_id":"t","style":1}}]}}""");
    }

    [Fact]
    public async Task Offers_choices_of_their_own_kind()
    {
        using var rest = _discord.Rest();

        await rest.Interactions.OfferAsync(
            _interaction, [new("One", OptionValue.Of(1)), new("Two", OptionValue.Of("two"))], Token);

        Only().Body.ShouldBe(
            """{"type":8,"data":{"choices":[{"name":"One","value":1},{"name":"Two","value":"two"}]}}""");
    }

    [Fact]
    public async Task Opens_a_thread_without_a_message_in_public()
    {
        using var rest = _discord.Rest();

        await rest.Threads.StartAsync(_channel, new("t", 1440), Token);

        Only().Body.ShouldBe("""{"name":"t","auto_archive_duration":1440,"type":11}""");
    }

    [Fact]
    public async Task Declares_commands_as_the_sheet_says()
    {
        using var rest = _discord.Rest();
        var command = new ApplicationCommand
        {
            Name = "deadline",
            Description = "Deadlines",
            DefaultMemberPermissions = Permissions.None,
            Options = [new() { Type = CommandOptionType.Text, Name = "what", Description = "Which", Autocomplete = true }],
        };

        await rest.Commands.OverwriteGlobalAsync(new(6), [command], Token);

        Only().Body.ShouldBe(
            """[{"name":"deadline","description":"Deadlines","options":[{"type":3,"name":"what","description":"Which","autocomplete":true}],"default_member_permissions":"0"}]""");
    }

    public void Dispose() => _discord.Dispose();

    private static HttpResponseMessage Answer(SentRequest request) =>
        request.Address.AbsolutePath.EndsWith("/callback", StringComparison.Ordinal)
            ? FakeDiscord.Nothing()
            : FakeDiscord.Json(200, FakeDiscord.Message);

    private SentRequest Only() => _discord.Requests.ShouldHaveSingleItem();
}
