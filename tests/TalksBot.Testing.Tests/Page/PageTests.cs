using System.Text.Json.Nodes;
using TalksBot.Testing.Tests.Discord;
using TalksBot.Testing.Tests.Slack;

namespace TalksBot.Testing.Tests.Page;

/// <summary>What stands on the page once a browser has run it.</summary>
public sealed class PageTests
{
    private const string Attack = "<img src=x onerror=alert(1)><script>alert(2)</script>";

    [Fact]
    public async Task Shows_a_Discord_channel_as_a_person_sees_it()
    {
        await using var rig = await Rig.StartAsync();
        var root = rig.Discord.ApiUrl.GetLeftPart(UriPartial.Authority);
        rig.Discord.Say(rig.Ada, rig.Channel, $"hello **all** {Attack}");
        var post = await rig.SendAsync(HttpMethod.Post, rig.Posts, $$"""
            {"content":"<@{{rig.Ada}}> look","embeds":[{"title":"15 min to go","color":14561084,"description":"If it passes: [tariffs](https://example.org/t)","fields":[{"name":"Clock","value":"-# 23:44 Washington","inline":true}],"footer":{"text":"US-JP"} }],
             "components":[{"type":1,"components":[{"type":2,"style":3,"label":"Approve","custom_id":"a"},{"type":2,"style":4,"label":"Reject","custom_id":"b"}]}],"allowed_mentions":{"users":["{{rig.Ada}}"]} }
            """);
        await rig.SendAsync(HttpMethod.Patch, $"{rig.Posts}/{post.Id}", """{"content":"changed"}""");
        await rig.SendAsync(HttpMethod.Put, $"channels/{rig.Channel}/messages/pins/{post.Id}", (HttpContent?)null);
        await rig.SendAsync(HttpMethod.Post, rig.Posts, $$"""{"content":"and [a reply]({{root}}/channels/{{rig.Guild}}/{{rig.Channel}}/{{post.Id}})","message_reference":{"message_id":"{{post.Id}}"} }""");
        await rig.SendAsync(HttpMethod.Post, $"{rig.Posts}/{post.Id}/threads", """{"name":"the talk about it"}""");

        var page = await Browser.ReadAsync(new Uri(root), Rig.Token);

        page.ShouldContain("<strong>all</strong> &lt;img src=x onerror=alert(1)&gt;");
        page.ShouldNotContain("<script>alert");
        page.ShouldContain("--colour: #de2f3c");
        page.ShouldContain("""<a href="https://example.org/t" target="_blank" rel="noopener noreferrer">tariffs</a>""");
        page.ShouldContain("""<small class="subtext">23:44 Washington</small>""");
        page.ShouldMatch("class=\"button success\">Approve</button>.*class=\"button danger\">Reject</button>");
        page.ShouldContain("(edited)");
        page.ShouldContain(" pinned a message to this channel. ");
        page.ShouldMatch("↱ <strong>TalksBot</strong>");
        page.ShouldContain("the talk about it");
        page.ShouldContain("""<button type="button" class="jump">a reply</button>""");
    }

    [Fact]
    public async Task Shows_a_Slack_channel_as_a_person_sees_it()
    {
        await using var rig = await SlackRig.StartAsync();
        rig.Slack.Say(rig.Channel, rig.Ada, "hello *all* &lt;img src=x&gt; <!here> <https://example.org/t|tariffs>");
        var post = await rig.CallAsync("chat.postMessage", new JsonObject
        {
            ["channel"] = rig.Channel,
            ["text"] = "fallback",
            ["attachments"] = JsonNode.Parse("""
                [{"color":"#de2f3c","blocks":[{"type":"header","text":{"type":"plain_text","text":"15 min to go"}},
                 {"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"struck","style":{"strike":true}},{"type":"text","text":" <b>"}]}]},
                 {"type":"section","fields":[{"type":"mrkdwn","text":"*Clock*\n23:44 Washington"}]}]}]
                """),
            ["blocks"] = JsonNode.Parse("""[{"type":"actions","elements":[{"type":"button","action_id":"a","style":"primary","text":{"type":"plain_text","text":"Approve"}},{"type":"button","action_id":"b","style":"danger","text":{"type":"plain_text","text":"Reject"}}]}]"""),
        });
        await rig.CallAsync("pins.add", new JsonObject { ["channel"] = rig.Channel, ["timestamp"] = post.Ts });
        await rig.CallAsync("chat.postMessage", new JsonObject { ["channel"] = rig.Channel, ["text"] = "a reply", ["thread_ts"] = post.Ts });
        await rig.CallAsync("chat.postEphemeral", new JsonObject { ["channel"] = rig.Channel, ["user"] = rig.Ada, ["text"] = "psst" });

        var page = await Browser.ReadAsync(new Uri(rig.Slack.ApiUrl.GetLeftPart(UriPartial.Authority)), SlackRig.Token);

        page.ShouldContain("<strong>all</strong> &lt;img src=x&gt; ");
        page.ShouldContain("""<span class="mention mine">@here</span>""");
        page.ShouldContain(""">tariffs</a>""");
        page.ShouldContain("--colour: #de2f3c");
        page.ShouldContain("<s>struck</s> &lt;b&gt;");
        page.ShouldMatch("class=\"button primary\">Approve</button>.*class=\"button danger\">Reject</button>");
        page.ShouldContain("1 reply");
        page.ShouldContain("Only visible to you");
        page.ShouldContain("📌");
    }
}
