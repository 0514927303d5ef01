using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TalksBot.Core.Times;

namespace TalksBot.Web.Tests.Api;

/// <summary>The examples of docs/api.md, asked one after the other of a desk like any other, are answered as the page says.</summary>
public sealed partial class ApiPageTests(ApiDesk desk) : IClassFixture<ApiDesk>
{
    /// <summary>What is drawn anew each time: the page shows one, and later examples use it.</summary>
    private static readonly string[] Drawn = ["confirm", "undo", "next", "reference", "etag"];

    /// <summary>What is told of the moment at which an example runs.</summary>
    private static readonly string[] Moments = ["at", "openedAt", "changedAt", "cameOutAt", "correctedAt", "dueAt", "sentAt"];

    private readonly Dictionary<string, string> _drawn = [];

    [Fact]
    public async Task Every_example_of_the_page_is_answered_as_it_says()
    {
        var page = await File.ReadAllTextAsync(Checkout.File("docs/api.md"), TestContext.Current.CancellationToken);
        var examples = Blocks().Matches(page).Select(block => block.Groups["block"].Value).Where(block => !block.StartsWith("HTTP/", StringComparison.Ordinal)).Count();
        var pairs = Pairs().Matches(page);

        foreach (var (request, expected) in pairs.Select(pair => (pair.Groups["asked"].Value, pair.Groups["answered"].Value)))
        {
            await RunAsync(request, expected);
        }

        pairs.Count.ShouldBe(examples, "every request of the page is followed by its answer");
        pairs.Count.ShouldBeGreaterThan(6);
    }

    private async Task RunAsync(string request, string expected)
    {
        var (first, headers, body) = Parts(_drawn.Aggregate(request, (text, drawn) => text.Replace(drawn.Key, drawn.Value, StringComparison.Ordinal)));
        var (status, shown, says) = Parts(expected);
        var answer = await desk.SendAsync(
            new HttpMethod(first.Split(' ')[0]),
            first.Split(' ')[1],
            token: null,
            body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, "application/json"),
            [.. headers.Where(header => header.Name != "Content-Type").Select(header => (header.Name, header.Value.Replace("TOKEN", desk.Editor, StringComparison.Ordinal)))]);

        $"{answer.Status}".ShouldBe(status.Split(' ')[1], $"{request}\n{answer.Text}");
        foreach (var (name, value) in shown.Where(header => header.Name != "Content-Type"))
        {
            var given = answer.Headers.TryGetValues(name, out var found) ? found.Single() : "";
            if (!Learn(name, value, given))
            {
                given.ShouldBe(value, request);
            }
        }

        if (says.Length > 0)
        {
            Compare(JsonNode.Parse(says)!, answer.Json, "", $"{request}\n{answer.Text}");
        }
    }

    /// <summary>The page may show less than is answered, and nothing else.</summary>
    private void Compare(JsonNode shown, JsonNode? given, string name, string about)
    {
        switch (shown)
        {
            case JsonObject known:
                known.ToList().ForEach(property => Compare(property.Value!, given.ShouldBeOfType<JsonObject>(about)[property.Key], property.Key, about));
                break;
            case JsonArray items:
                given.ShouldBeOfType<JsonArray>(about).Count.ShouldBe(items.Count, about);
                items.Select((item, index) => (item, index)).ToList().ForEach(item => Compare(item.item!, given[item.index], name, about));
                break;
            default:
                if (!Learn(name, $"{shown}", $"{given}"))
                {
                    $"{given}".ShouldBe($"{shown}", $"{name} of {about}");
                }

                break;
        }
    }

    private bool Learn(string name, string shown, string given)
    {
        if (Moments.Contains(name) && TimeWording.ReadIso(shown) is not null && TimeWording.ReadIso(given) is { } at && at - WallDesk.Afternoon < Duration.FromMinutes(10) && at >= WallDesk.Afternoon)
        {
            return true;
        }

        if (given.Length == 0 || !Drawn.Contains(name, StringComparer.OrdinalIgnoreCase) || _drawn.GetValueOrDefault(shown, given) != given)
        {
            return false;
        }

        _drawn[shown] = given;
        return true;
    }

    private static (string First, List<(string Name, string Value)> Headers, string Body) Parts(string block)
    {
        var halves = block.Split("\n\n", 2);
        var lines = halves[0].Trim().Split('\n');
        return (lines[0], [.. lines.Skip(1).Select(line => line.Split(": ", 2)).Select(header => (header[0], header[1]))], halves.Length == 1 ? "" : halves[1].Trim());
    }

    [GeneratedRegex(@"^```http\n(?<block>.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline, 1000)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"^```http\n(?<asked>(?!HTTP/).*?)\n```\n+```http\n(?<answered>HTTP/.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline, 1000)]
    private static partial Regex Pairs();
}
