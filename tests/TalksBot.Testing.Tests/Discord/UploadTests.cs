using System.Net;
using System.Net.Http.Headers;
using System.Text;
using TalksBot.Simulators.Discord;

namespace TalksBot.Testing.Tests.Discord;

public sealed class UploadTests
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Shows_an_uploaded_chart_in_its_embed()
    {
        await using var rig = await Rig.StartAsync();
        using var form = Form("""{"embeds":[{"image":{"url":"attachment://chart.png"}}],"attachments":[{"id":0,"filename":"chart.png","description":"alt"}]}""", ("files[0]", "chart.png"));

        var answer = await rig.SendAsync(HttpMethod.Post, rig.Posts, form);

        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        answer.Body!["attachments"]!.AsArray().ShouldBeEmpty();
        var url = (string)answer.Body["embeds"]![0]!["image"]!["url"]!;
        (await rig.Http.GetByteArrayAsync(new Uri(url), Rig.Token)).ShouldBe(Png);
        rig.Discord.Messages(rig.Channel)[0].Files[0].Description.ShouldBe("alt");
    }

    [Fact]
    public async Task Keeps_drops_and_appends_files_on_edit()
    {
        await using var rig = await Rig.StartAsync();
        using var form = Form("""{"content":"x"}""", ("files[0]", "a.png"), ("files[1]", "b.png"));
        var posted = await rig.SendAsync(HttpMethod.Post, rig.Posts, form);
        var kept = (string)posted.Body!["attachments"]![1]!["id"]!;
        using var edit = Form($$"""{"attachments":[{"id":"{{kept}}"},{"id":"0","filename":"c.png"}]}""", ("files[0]", "c.png"));

        var edited = await rig.SendAsync(HttpMethod.Patch, $"{rig.Posts}/{posted.Id}", edit);

        edited.Body!["attachments"]!.AsArray().Select(file => (string)file!["filename"]!).ShouldBe(["b.png", "c.png"]);
    }

    [Theory]
    [InlineData("file", 50035)]
    [InlineData("files[x]", 50035)]
    public async Task Refuses_a_part_it_does_not_know(string part, int code)
    {
        await using var rig = await Rig.StartAsync();
        using var form = Form("""{"content":"x"}""", (part, "a.png"));

        (await rig.SendAsync(HttpMethod.Post, rig.Posts, form)).Code.ShouldBe(code);
    }

    [Fact]
    public async Task Refuses_too_many_too_large_and_orphans()
    {
        await using var rig = await Rig.StartAsync(new DiscordSimulatorOptions { MaxFileBytes = 60 });
        using var many = Form("""{"content":"x"}""", [.. Enumerable.Range(0, 11).Select(i => ($"files[{i}]", "a.txt"))], "tiny"u8.ToArray());
        using var large = Form("""{"content":"x"}""", ("files[0]", "a.png"));
        using var orphan = Form("""{"content":"x","attachments":[]}""", [("files[0]", "a.txt")], "tiny"u8.ToArray());

        (await rig.SendAsync(HttpMethod.Post, rig.Posts, many)).Code.ShouldBe(30015);
        (await rig.SendAsync(HttpMethod.Post, rig.Posts, large)).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await rig.SendAsync(HttpMethod.Post, rig.Posts, orphan)).Code.ShouldBe(50035);
    }

    [Fact]
    public async Task Needs_permission_for_files()
    {
        await using var rig = await Rig.StartAsync();
        rig.Discord.DenyBot(rig.Channel, Permissions.AttachFiles);
        using var form = Form("""{"content":"x"}""", ("files[0]", "a.png"));

        (await rig.SendAsync(HttpMethod.Post, rig.Posts, form)).Code.ShouldBe(50013);
    }

    private static MultipartFormDataContent Form(string json, params (string Part, string Name)[] files) => Form(json, files, Png);

    private static MultipartFormDataContent Form(string json, (string Part, string Name)[] files, byte[] bytes)
    {
        var form = new MultipartFormDataContent { { new StringContent(json, Encoding.UTF8, "application/json"), "payload_json" } };
        foreach (var (part, name) in files)
        {
            var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
            form.Add(content, part, name);
        }

        return form;
    }
}
