using System.Text.Json;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;

namespace TalksBot.Core.Archive;

/// <summary>
/// Writes negotiations as a file piece by piece, for records that are larger than one would hold in memory: the same bytes
/// as <see cref="TalksFile.Write"/>, without what may not be shown.
/// </summary>
public sealed class TalksWriter : IDisposable
{
    private readonly Utf8JsonWriter _json;
    private readonly Stream _output;

    /// <summary>Begins a file.</summary>
    public TalksWriter(Stream output)
    {
        _output = output;
        var options = FileForms.Options;
        _json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = options.WriteIndented, Encoder = options.Encoder, NewLine = options.NewLine });
        _json.WriteStartObject();
        _json.WriteString(Name(nameof(TalksFile.Format)), TalksFile.CurrentFormat);
        _json.WriteStartArray(Name(nameof(TalksFile.Talks)));
    }

    /// <summary>Writes one negotiation.</summary>
    /// <param name="head">The talks with their deadlines, sessions, sticking points and follows.</param>
    /// <param name="shown">The numbers of the updates that may be shown.</param>
    /// <param name="updates">Those updates, in order.</param>
    /// <param name="changes">The changes that hold, in order; those of updates that may not be shown are left out here, and so is what updates said before they were.</param>
    public async Task WriteAsync(Negotiation head, IReadOnlySet<int> shown, IAsyncEnumerable<Update> updates, (UnseenWords Unseen, IAsyncEnumerable<Change> All) changes, CancellationToken token)
    {
        _json.WriteStartObject();
        var filed = FiledTalks.From(head);
        foreach (var member in FileForms.Options.GetTypeInfo(typeof(FiledTalks)).Properties)
        {
            if (member.Name == Name(nameof(FiledTalks.Updates)))
            {
                await ListAsync(member.Name, updates, update => FiledUpdate.From(update) with { Disputes = [.. update.Disputes.Where(shown.Contains)] }, token);
            }
            else if (member.Name == Name(nameof(FiledTalks.Changes)))
            {
                await ListAsync(member.Name, changes.All, change => IsShown(change.Subject, shown) && (change.After is not ChangeValue.Against against || shown.Contains(against.Number)) ? changes.Unseen.File(change) : null, token);
            }
            else if (member.Get!(filed) is { } value)
            {
                _json.WritePropertyName(member.Name);
                JsonSerializer.Serialize(_json, value, member.PropertyType, FileForms.Options);
            }
        }

        _json.WriteEndObject();
        await _json.FlushAsync(token);
    }

    /// <summary>Ends the file.</summary>
    public async Task EndAsync(CancellationToken token)
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        await _json.FlushAsync(token);
        await _output.WriteAsync("\n"u8.ToArray(), token);
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private static bool IsShown(string subject, IReadOnlySet<int> shown) =>
        !subject.StartsWith('#') || !SubjectNumber.TryRead('#', subject, out var number) || shown.Contains(number);

    private static string Name(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    private async Task ListAsync<T, TFiled>(string name, IAsyncEnumerable<T> items, Func<T, TFiled?> file, CancellationToken token)
        where TFiled : class
    {
        _json.WriteStartArray(name);
        await foreach (var item in items.WithCancellation(token))
        {
            if (file(item) is { } filed)
            {
                JsonSerializer.Serialize(_json, filed, FileForms.Options);
            }

            if (_json.BytesPending > 64 * 1024)
            {
                await _json.FlushAsync(token);
            }
        }

        _json.WriteEndArray();
    }
}
