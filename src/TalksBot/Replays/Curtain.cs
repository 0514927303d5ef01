using System.Text;

namespace TalksBot.Replays;

/// <summary>A writer that shows nothing until the part of the story that was asked for begins.</summary>
internal sealed class Curtain(TextWriter stage) : TextWriter
{
    /// <summary>True once the audience may see.</summary>
    public bool IsOpen { get; set; }

    /// <inheritdoc/>
    public override Encoding Encoding => stage.Encoding;

    /// <inheritdoc/>
    public override void Write(char value)
    {
        if (IsOpen)
        {
            stage.Write(value);
        }
    }

    /// <inheritdoc/>
    public override Task WriteAsync(string? value) => IsOpen ? stage.WriteAsync(value) : Task.CompletedTask;

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => stage.FlushAsync(cancellationToken);
}
