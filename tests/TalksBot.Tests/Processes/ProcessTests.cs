namespace TalksBot.Tests.Processes;

/// <summary>Tests that start the program take turns: each of its starts wants a processor.</summary>
[CollectionDefinition(nameof(ProcessTests))]
public sealed class ProcessTests;
