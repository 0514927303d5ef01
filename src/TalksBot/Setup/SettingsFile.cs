using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TalksBot.Storage.Opening;

namespace TalksBot.Setup;

/// <summary>The <c>appsettings.json</c> of the folder in which the program is started: what stands in it stays, and only its owner may read it.</summary>
internal sealed class SettingsFile(string path)
{
    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Its path.</summary>
    public string Path { get; } = path;

    /// <summary>Why it cannot be changed, in a sentence; null where it can.</summary>
    public async Task<string?> FaultAsync(CancellationToken token)
    {
        try
        {
            return await ReadAsync(token) is null ? $"{Path} holds no settings; mend it there, or move the file away." : null;
        }
        catch (JsonException fault)
        {
            return $"{Path} is not JSON in line {fault.LineNumber + 1}; mend it there, or move the file away.";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return $"{Path} cannot be read; grant access to it, or start in another folder.";
        }
    }

    /// <summary>Puts settings into it.</summary>
    /// <param name="settings">Keys such as <c>TalksBot:Desk:Zone</c>, with their values.</param>
    public async Task WriteAsync(IEnumerable<KeyValuePair<string, string?>> settings, CancellationToken token)
    {
        var root = await ReadAsync(token) ?? throw new InvalidOperationException($"{Path} was looked at before.");
        foreach (var (key, value) in settings)
        {
            Set(root, key.Split(':'), value);
        }

        var begun = $"{Path}.part";
        await using (var stream = PrivateFiles.Open(begun, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await JsonSerializer.SerializeAsync(stream, root, Form, token);
        }

        PrivateFiles.Close(begun);
        File.Move(begun, Path, overwrite: true);
    }

    private async Task<JsonObject?> ReadAsync(CancellationToken token)
    {
        if (!File.Exists(Path))
        {
            return [];
        }

        await using var stream = File.OpenRead(Path);
        return await JsonNode.ParseAsync(stream, documentOptions: Lenient, cancellationToken: token) as JsonObject;
    }

    private static void Set(JsonObject root, string[] words, string? value)
    {
        var at = root;
        foreach (var word in words[..^1])
        {
            if (at[word] is not JsonObject next)
            {
                next = [];
                at[word] = next;
            }

            at = next;
        }

        at[words[^1]] = value;
    }
}
