using System.Text.RegularExpressions;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Posting;

/// <summary>Takes uploads in and gives them signed links that expire. Protocol sheet §3.2.</summary>
internal static partial class FileStore
{
    public static List<StoredFile> Store(DiscordWorld world, ulong channelId, MessageDraft draft) =>
        [.. draft.Files.Select(file =>
        {
            var entry = draft.EntryOf(file);
            var id = world.Ids.Next();
            var name = Odd().Replace(entry.Name!, "_");
            var expires = world.Now.AddDays(1).ToUnixTimeSeconds();
            var url = $"{world.Root}/cdn/attachments/{channelId}/{id}/{Uri.EscapeDataString(name)}?ex={expires:x}&is={world.Now.ToUnixTimeSeconds():x}&hm={id:x}";
            var stored = new StoredFile(id, name, file.ContentType, file.Bytes, url) { Description = entry.Description };
            world.Files[id] = stored;
            return stored;
        })];

    [GeneratedRegex(@"[^\w.\-]", RegexOptions.None, 1000)]
    private static partial Regex Odd();
}
