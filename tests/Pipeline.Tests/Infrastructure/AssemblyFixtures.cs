using Ingest.Pipeline.Tests.Infrastructure;
using Xunit;

// One broker for the whole run; it starts when the first test asks for an address.
[assembly: AssemblyFixture(typeof(RabbitMqServer))]

// Two cores: scenarios side by side would only wait for each other, and time-outs would say so instead of the tests.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
