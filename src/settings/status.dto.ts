import { ApiProperty } from '@nestjs/swagger';

export class TableCount {
  @ApiProperty() table: string;
  @ApiProperty({ type: 'integer' }) rows: number;
}

export class DatabaseStatus {
  @ApiProperty({ enum: ['sqlite', 'postgres'] }) engine: 'sqlite' | 'postgres';
  @ApiProperty({ description: 'as the engine gives it' }) version: string;
  @ApiProperty({ type: 'integer', description: 'with indexes and free space' }) bytes: number;
  @ApiProperty({ type: [TableCount] }) tables: TableCount[];
  @ApiProperty({ type: [String], description: 'all that have been run, in order' }) migrations: string[];
}

export class LastBackup {
  @ApiProperty() at: string;
  @ApiProperty({ description: 'what the backup said of itself' }) outcome: string;
}

export class LastVerify {
  @ApiProperty() at: string;
  @ApiProperty({ type: 'integer', description: 'values that were not as the records give them' })
  differences: number;
  @ApiProperty({ description: 'whether what is derived was put right' }) repaired: boolean;
}

/** How this installation is doing. */
export class StatusView {
  @ApiProperty() version: string;
  @ApiProperty({ description: 'of Node' }) node: string;
  @ApiProperty({ type: 'integer' }) uptimeSeconds: number;
  @ApiProperty({ type: 'integer', description: 'that this process holds' }) memoryBytes: number;
  @ApiProperty({ type: DatabaseStatus }) database: DatabaseStatus;
  @ApiProperty({ type: LastBackup, nullable: true, description: 'null where there was none' })
  lastBackup: LastBackup | null;
  @ApiProperty({ type: LastVerify, nullable: true, description: 'null where it was never run' })
  lastVerify: LastVerify | null;
}
