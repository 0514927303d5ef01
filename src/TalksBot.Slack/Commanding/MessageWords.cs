using System.Text.RegularExpressions;
using TalksBot.Core.Commands;
using TalksBot.Slack.Posting;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

/// <summary>What a message says in words alone, out of Slack's notation (slack.md §11), and where it stands: nothing in it notifies anybody or is dressed.</summary>
internal sealed partial class MessageWords(People people, TimeProvider time)
{
    /// <summary>A form has to be open within three seconds (slack.md §9), so only so many are asked for, and not for long.</summary>
    private const int MostNames = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Its words, paragraphs kept; those below its text where it has none of its own, and empty where there are none at all.</summary>
    public async Task<string> OfAsync(SlackConnection connection, SlackMessage message)
    {
        var words = new[] { message.Text ?? "", Paragraphs((message.Blocks ?? []).Select(Of)), Paragraphs((message.Attachments ?? []).Select(Of)) }
            .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text), "");
        var ids = Named().Matches(words).Select(found => found.Groups["user"].Value).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).Take(MostNames);
        var names = await Task.WhenAll(ids.Select(async id => (Id: id, Name: await NameAsync(connection, id))));
        var known = names.Where(entry => entry.Name.Length > 0).ToDictionary(entry => entry.Id, entry => entry.Name, StringComparer.Ordinal);
        return Plain(TypedText.Of(connection.Name, Bare(Named().Replace(words, found => Shown(found, known)))));
    }

    /// <summary>Its own address; null while Slack does not say which workspace this is.</summary>
    public static async Task<Uri?> AddressOfAsync(SlackConnection connection, SlackPlace place, string? ts, CancellationToken token) =>
        await connection.WhoAsync(token) is Answered<Identity>(var identity) && Uri.TryCreate(identity.Url, UriKind.Absolute, out var workspace)
            ? new MessageLinks(workspace, place).Of(ts)
            : null;

    private async Task<string> NameAsync(SlackConnection connection, string id)
    {
        try
        {
            return await people.FindAsync(connection, id).WaitAsync(Patience, time) is { } person
                ? new[] { person.Profile?.DisplayName, person.Profile?.RealName, person.Name }.Select(name => PersonName.Plain(name ?? "")).FirstOrDefault(name => name.Length > 0, "")
                : "";
        }
        catch (TimeoutException)
        {
            return "";
        }
    }

    private static string Paragraphs(IEnumerable<string> parts) => string.Join("\n\n", parts.Where(part => !string.IsNullOrWhiteSpace(part)));

    private static string Of(Block block) => block switch
    {
        SectionBlock section => string.Join('\n', new[] { section.Text }.Concat(section.Fields ?? []).OfType<SlackText>().Select(text => text.Text)),
        HeaderBlock header => header.Text.Text,
        _ => "",
    };

    private static string Of(SlackAttachment attachment)
    {
        var lines = new[] { attachment.Pretext, attachment.Title, attachment.Text }.Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        return lines.Count > 0 ? string.Join('\n', lines) : attachment.Fallback ?? "";
    }

    /// <summary>By the name that people see, else by the name that Slack wrote beside it, else by what it is.</summary>
    private static string Shown(Match found, Dictionary<string, string> names)
    {
        var label = found.Groups["label"].Value.TrimStart('@');
        return found.Groups["user"] is { Success: true } user ? names.GetValueOrDefault(user.Value) ?? (label.Length > 0 ? label : "somebody")
            : found.Groups["all"] is { Success: true } all ? all.Value
            : found.Groups["group"].Success ? label.Length > 0 ? label : "a group"
            : found.Groups["channel"].Success && label.Length == 0 ? "a channel"
            : found.Value;
    }

    /// <summary>Without the marks that dress words; in an address they are letters like any other.</summary>
    private static string Bare(string text) => Dressed().Replace(Lead().Replace(text, ""), found => found.Groups["words"] is { Success: true } words ? words.Value : found.Value);

    private static string Plain(string text) => Code().Replace(text, "${words}");

    [GeneratedRegex(@"<@(?<user>[UW][A-Z0-9]{1,30})(\|(?<label>[^<>\n]*))?>|<!(?<all>here|channel|everyone)(\|[^<>\n]*)?>|<!(?<group>subteam)\^[A-Z0-9]+(\|(?<label>[^<>\n]*))?>|<\#(?<channel>[CGD][A-Z0-9]{1,30})(\|(?<label>[^<>\n]*))?>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?m)^[ \t]*&gt;[ \t]?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"https?://[^\s<>]+|(?<![\w*_~])(?<mark>[*_~])(?=[^\s*_~])(?<words>[^\n]+?)(?<=[^\s])\k<mark>(?![\w*_~])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dressed();

    [GeneratedRegex(@"(?s)(?<mark>```|`)(?<words>.+?)\k<mark>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
