using System.Net;
using System.Text.RegularExpressions;
using TalksBot.Testing.Tests.Discord;
using TalksBot.Testing.Tests.Slack;

namespace TalksBot.Testing.Tests.Page;

public sealed partial class PageFileTests
{
    [Fact]
    public async Task Both_simulators_serve_a_page_that_needs_nothing_from_elsewhere()
    {
        await using var discord = await Rig.StartAsync();
        await using var slack = await SlackRig.StartAsync();

        foreach (var root in new[] { discord.Discord.ApiUrl, slack.Slack.ApiUrl }.Select(api => new Uri(api.GetLeftPart(UriPartial.Authority))))
        {
            using var answer = await slack.Http.GetAsync(root, SlackRig.Token);
            var page = await answer.Content.ReadAsStringAsync(SlackRig.Token);
            answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'; script-src 'self'");
            foreach (Match file in Named().Matches(page))
            {
                (await slack.Http.GetAsync(new Uri(root, file.Value), SlackRig.Token)).StatusCode.ShouldBe(HttpStatusCode.OK, file.Value);
            }

            page.ShouldNotContain("http");
        }
    }

    /// <summary>What a message says is set as text and never read as markup: no way to do that is used anywhere.</summary>
    [Fact]
    public async Task No_script_of_the_page_reads_a_string_as_markup()
    {
        await using var rig = await Rig.StartAsync();
        var root = new Uri(rig.Discord.ApiUrl.GetLeftPart(UriPartial.Authority));
        var names = new Queue<string>(["page.js"]);
        var read = new HashSet<string>(StringComparer.Ordinal);
        while (names.TryDequeue(out var name))
        {
            if (!read.Add(name))
            {
                continue;
            }

            var script = await rig.Http.GetStringAsync(new Uri(root, $"/_page/{name}"), Rig.Token);
            script.ShouldNotMatch("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|createContextualFragment|setHTML|DOMParser|eval\\(|new Function|javascript:");
            foreach (Match import in Imported().Matches(script))
            {
                names.Enqueue(import.Groups["name"].Value);
            }
        }

        read.Count.ShouldBeGreaterThan(8);
    }

    [GeneratedRegex("/_page/[a-z.-]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex("from \"\\./(?<name>[a-z.-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Imported();
}
