import { JoinColumn, ManyToOne } from 'typeorm';

/**
 * A reference to another record: `@Ref(() => Topic, 'scenario', 'topic')` is the column `topicId` with the foreign key
 * `fk_scenario_topic`. The name is spelled out because the migrations, written by hand, must give the same.
 */
export function Ref(
  target: () => new () => object,
  table: string,
  property: string,
  options: { nullable?: boolean } = {},
): PropertyDecorator {
  return (prototype, key) => {
    ManyToOne(target, { nullable: options.nullable ?? false })(prototype, key);
    JoinColumn({ name: `${property}Id`, foreignKeyConstraintName: `fk_${table}_${property}` })(
      prototype,
      key,
    );
  };
}
