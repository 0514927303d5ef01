namespace TalksBot.Simulators.Discord.Rules;

/// <summary>Which door a message came in by; each has its own flags and defaults.</summary>
internal enum FormKind
{
    Create,
    Edit,
    Answer,
    AnswerEdit,
}
