using System.Net;

namespace TalksBot.Testing.Tests.Discord;

/// <summary>Every length and count of the protocol sheet's §3, §4 and §6: what just fits passes, one more is refused at its place.</summary>
public sealed class LengthTests
{
    private const string Row = """{"content":"x","components":[{"type":1,"components":[BUTTON]}]}""";
    private const string Select = """{"content":"x","components":[{"type":1,"components":[{"type":3,"custom_id":"s",SELECT}]}]}""";

    [Theory]
    [InlineData("content", 2000, """{"content":"TEXT"}""")]
    [InlineData("nonce", 25, """{"content":"x","nonce":"TEXT"}""")]
    [InlineData("sticker_ids", 3, """{"content":"x","sticker_ids":[LIST:"1"]}""")]
    [InlineData("allowed_mentions.users", 100, """{"content":"x","allowed_mentions":{"users":[LIST:"#"]}}""")]
    [InlineData("embeds", 10, """{"embeds":[LIST:{"title":"x"}]}""")]
    [InlineData("embeds.0.title", 256, """{"embeds":[{"title":"TEXT"}]}""")]
    [InlineData("embeds.0.description", 4096, """{"embeds":[{"description":"TEXT"}]}""")]
    [InlineData("embeds.0.url", 2048, """{"embeds":[{"title":"x","url":"https://a.test/TEXT"}]}""", 15)]
    [InlineData("embeds.0.footer.text", 2048, """{"embeds":[{"footer":{"text":"TEXT"}}]}""")]
    [InlineData("embeds.0.author.name", 256, """{"embeds":[{"author":{"name":"TEXT"}}]}""")]
    [InlineData("embeds.0.fields", 25, """{"embeds":[{"fields":[LIST:{"name":"n","value":"v"}]}]}""")]
    [InlineData("embeds.0.fields.0.name", 256, """{"embeds":[{"fields":[{"name":"TEXT","value":"v"}]}]}""")]
    [InlineData("embeds.0.fields.0.value", 1024, """{"embeds":[{"fields":[{"name":"n","value":"TEXT"}]}]}""")]
    [InlineData("components", 5, """{"content":"x","components":[LIST:{"type":1,"components":[{"type":2,"style":1,"label":"a","custom_id":"#"}]}]}""")]
    [InlineData("components.0.components", 5, """{"content":"x","components":[{"type":1,"components":[LIST:{"type":2,"style":1,"label":"a","custom_id":"#"}]}]}""")]
    public Task A_message_has_its_limits(string at, int most, string form, int before = 0) => HoldsAsync(HttpMethod.Post, rig => rig.Posts, at, most - before, form);

    [Theory]
    [InlineData("label", 80, """{"type":2,"style":1,"label":"TEXT","custom_id":"a"}""")]
    [InlineData("custom_id", 100, """{"type":2,"style":1,"label":"a","custom_id":"TEXT"}""")]
    [InlineData("url", 512, """{"type":2,"style":5,"label":"a","url":"https://a.test/TEXT"}""", 15)]
    public Task A_button_has_its_limits(string at, int most, string form, int before = 0) =>
        HoldsAsync(HttpMethod.Post, rig => rig.Posts, $"components.0.components.0.{at}", most - before, Row.Replace("BUTTON", form, StringComparison.Ordinal));

    [Theory]
    [InlineData("placeholder", 150, "\"placeholder\":\"TEXT\",\"options\":[{\"label\":\"a\",\"value\":\"b\"}]")]
    [InlineData("options", 25, "\"options\":[LIST:{\"label\":\"a\",\"value\":\"#\"}]")]
    [InlineData("options.0.label", 100, "\"options\":[{\"label\":\"TEXT\",\"value\":\"b\"}]")]
    [InlineData("options.0.value", 100, "\"options\":[{\"label\":\"a\",\"value\":\"TEXT\"}]")]
    [InlineData("options.0.description", 100, "\"options\":[{\"label\":\"a\",\"value\":\"b\",\"description\":\"TEXT\"}]")]
    public Task A_list_to_pick_from_has_its_limits(string at, int most, string form) =>
        HoldsAsync(HttpMethod.Post, rig => rig.Posts, $"components.0.components.0.{at}", most, Select.Replace("SELECT", form, StringComparison.Ordinal));

    [Theory]
    [InlineData("0.name", 32, """[{"name":"TEXT","description":"d"}]""")]
    [InlineData("0.description", 100, """[{"name":"n","description":"TEXT"}]""")]
    [InlineData("0.description_localizations.de", 100, """[{"name":"n","description":"d","description_localizations":{"de":"TEXT"}}]""")]
    [InlineData("0.options", 25, """[{"name":"n","description":"d","options":[LIST:{"type":3,"name":"o#","description":"d"}]}]""")]
    [InlineData("0.options.0.name", 32, """[{"name":"n","description":"d","options":[{"type":3,"name":"TEXT","description":"d"}]}]""")]
    [InlineData("0.options.0.description", 100, """[{"name":"n","description":"d","options":[{"type":3,"name":"o","description":"TEXT"}]}]""")]
    [InlineData("0.options.0.choices", 25, """[{"name":"n","description":"d","options":[{"type":3,"name":"o","description":"d","choices":[LIST:{"name":"c#","value":"#"}]}]}]""")]
    [InlineData("0.options.0.choices.0.name", 100, """[{"name":"n","description":"d","options":[{"type":3,"name":"o","description":"d","choices":[{"name":"TEXT","value":"v"}]}]}]""")]
    [InlineData("0.options.0.choices.0.value", 100, """[{"name":"n","description":"d","options":[{"type":3,"name":"o","description":"d","choices":[{"name":"c","value":"TEXT"}]}]}]""")]
    public Task A_command_has_its_limits(string at, int most, string form) =>
        HoldsAsync(HttpMethod.Put, rig => $"applications/{rig.Discord.ApplicationId}/guilds/{rig.Guild}/commands", at, most, form);

    private static async Task HoldsAsync(HttpMethod method, Func<Rig, string> path, string at, int most, string form)
    {
        await using var rig = await Rig.StartAsync();

        var fits = await rig.SendAsync(method, path(rig), Write(form, most));
        var tooMuch = await rig.SendAsync(method, path(rig), Write(form, most + 1));

        fits.Status.ShouldBe(HttpStatusCode.OK, fits.Text);
        (tooMuch.Status, tooMuch.Code).ShouldBe((HttpStatusCode.BadRequest, 50035), tooMuch.Text);
        tooMuch.Fault(at).ShouldBeOneOf("BASE_TYPE_MAX_LENGTH", "BASE_TYPE_BAD_LENGTH");
    }

    /// <summary>TEXT becomes so many letters; LIST:item so many items, each # its number.</summary>
    private static string Write(string form, int count)
    {
        var start = form.IndexOf("LIST:", StringComparison.Ordinal);
        if (start < 0)
        {
            return form.Replace("TEXT", new string('x', count), StringComparison.Ordinal);
        }

        var end = ItemEnd(form, start + 5);
        var item = form[(start + 5)..end];
        return form[..start] + string.Join(',', Enumerable.Range(1, count).Select(n => item.Replace("#", $"{n}", StringComparison.Ordinal))) + form[end..];
    }

    /// <summary>Where the list that holds the item is closed.</summary>
    private static int ItemEnd(string form, int at)
    {
        for (var depth = 0; depth > 0 || form[at] != ']'; at++)
        {
            depth += form[at] switch { '[' or '{' => 1, ']' or '}' => -1, _ => 0 };
        }

        return at;
    }
}
